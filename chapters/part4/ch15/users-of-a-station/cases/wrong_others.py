# expect: table
def users_per_station(rows):
    users = {row["month"]: row["value"] for row in rows if row["indicator"] == "5G users"}
    stations = {row["month"]: row["value"] for row in rows if row["indicator"] != "5G users"}
    return {month: users[month] / stations[month] for month in users.keys() & stations.keys()}
