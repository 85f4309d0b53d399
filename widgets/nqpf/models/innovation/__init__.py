"""Innovation: research, the frontier, patience, rules, green technology."""
