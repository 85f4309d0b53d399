"""New Quality Productive Forces: models, explorers and exercises of the interactive textbook."""
