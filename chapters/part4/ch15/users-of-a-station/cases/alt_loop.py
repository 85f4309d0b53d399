def users_per_station(rows):
    found = {}
    for row in rows:
        if row["indicator"] == "5G users":
            for other in rows:
                if (other["indicator"], other["month"]) == ("5G base stations", row["month"]):
                    found[row["month"]] = row["value"] / other["value"]
    return found
