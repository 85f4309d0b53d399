# expect: horizon
def survivors(projects, horizon, rate):
    return [
        project["name"]
        for project in projects
        if sum(p / (1 + rate) ** t for t, p in enumerate(project["returns"], start=1))
        > project["cost"]
    ]
