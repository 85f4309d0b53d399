# expect: either
def shared(rows, first, second):
    one = {row["field"] for row in rows if row["place"] == first}
    other = {row["field"] for row in rows if row["place"] == second}
    return len(one & other) / len(one)
