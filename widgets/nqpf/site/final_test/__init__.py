"""The test over the whole book: drawn questions, first answers, what to read again."""
