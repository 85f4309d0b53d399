"""Users of 5G for each base station, month by month."""


def users_per_station(rows):
    ### BEGIN SOLUTION
    users = {row["month"]: row["value"] for row in rows if row["indicator"] == "5G users"}
    stations = {
        row["month"]: row["value"] for row in rows if row["indicator"] == "5G base stations"
    }
    return {month: users[month] / stations[month] for month in users if month in stations}
    ### END SOLUTION
