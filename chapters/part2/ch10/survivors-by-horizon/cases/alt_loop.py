def survivors(projects, horizon, rate):
    kept = []
    for project in projects:
        left = -project["cost"]
        for year in range(min(horizon, len(project["returns"]))):
            left += project["returns"][year] * (1 + rate) ** -(year + 1)
        if left > 0:
            kept.append(project["name"])
    return kept
