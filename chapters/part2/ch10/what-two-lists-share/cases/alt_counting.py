def shared(rows, first, second):
    both = either = 0
    for field in {row["field"] for row in rows}:
        places = {row["place"] for row in rows if row["field"] == field}
        both += first in places and second in places
        either += first in places or second in places
    return both / either
