"""What a build makes again: the pages whose inputs changed, and what an earlier one left half."""
