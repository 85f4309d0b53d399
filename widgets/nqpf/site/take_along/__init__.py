"""What a reader takes along: frames to embed, pictures, numbers, and how to cite them."""
