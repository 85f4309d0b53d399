"""The projects that an appraisal of a given length accepts."""


def survivors(projects, horizon, rate):
    ### BEGIN SOLUTION
    def value(project):
        returns = project["returns"][:horizon]
        return sum(paid / (1 + rate) ** year for year, paid in enumerate(returns, start=1))

    return [project["name"] for project in projects if value(project) > project["cost"]]
    ### END SOLUTION
