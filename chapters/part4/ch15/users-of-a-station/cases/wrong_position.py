# expect: months
def users_per_station(rows):
    users = [row for row in rows if row["indicator"] == "5G users"]
    stations = [row for row in rows if row["indicator"] == "5G base stations"]
    return {
        one["month"]: one["value"] / other["value"]
        for one, other in zip(users, stations, strict=False)
    }
