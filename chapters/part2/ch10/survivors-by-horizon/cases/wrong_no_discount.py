# expect: discount
def survivors(projects, horizon, rate):
    return [
        project["name"]
        for project in projects
        if sum(project["returns"][:horizon]) > project["cost"]
    ]
