"""An explorer read afresh: with which functions of models it computes, and with others in place."""
