"""What every explorer is made of: its declaration, its parts, its charts, its ways of showing."""
