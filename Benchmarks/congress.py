"""A fictional congress of any length, as data of the model `congress`: `congress(speeches)` gives what json.dump writes.

Every name holds the word "Mẫu" (sample). The figures keep the rules: ballots, votes, shares and times fit together."""

FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ".split()
GIVEN = "An Ánh Bách Chi Dũng Giang Hòa Khánh Long Minh Ngọc Phong".split()
DAY = "2025-08-15"


def person(number):
    return f"{FAMILIES[number % 10]} {'Thị Mẫu' if number % 3 == 0 else 'Mẫu'} {GIVEN[number // 10 % 12]}"


def clock(minute):
    return f"{DAY} {7 + minute // 60:02d}:{minute % 60:02d}"


def delegates(count):
    return [
        {
            "name": person(n),
            "birth_date": f"{1965 + n % 30}-0{n % 9 + 1}-1{n % 9}",
            "gender": "nữ" if n % 3 == 0 else "nam",
            "ethnicity": "Kinh",
            "joined": f"{1995 + n % 25}-05-19",
            "unit": f"Chi bộ thôn {n % 12 + 1}",
            "post": "Bí thư Chi bộ, Trưởng thôn" if n % 5 == 0 else "Đảng viên",
            "kind": "đương nhiên" if n < 12 else "bầu",
        }
        for n in range(count)
    ]


def election(identifier, office, seats, people, start, rounds=1):
    """With a second round, the last seat is left open by the first."""
    ahead = seats - (rounds - 1)
    first = {person(n): 59 - n % 20 if place < ahead else 20 for place, n in enumerate(people)}
    made = [
        {
            "number": 1,
            "from": clock(start),
            "to": clock(start + 20),
            "ballots": {"handed_out": 60, "collected": 60, "valid": 60, "invalid": 0},
            "votes": first,
        }
    ]
    if rounds == 2:
        left = [person(n) for n in people[ahead : ahead + 2]]
        made.append(
            {
                "number": 2,
                "from": clock(start + 21),
                "to": clock(start + 35),
                "seats": 1,
                "candidates": left,
                "ballots": {"handed_out": 60, "collected": 60, "valid": 59, "invalid": 1},
                "votes": dict(zip(left, [40, 19])),
            }
        )
    return {
        "id": identifier,
        "office": office,
        "session": "buoi_chieu",
        "seats": seats,
        "candidates": [{"name": person(n), "post": "Bí thư Chi bộ"} for n in people],
        "rounds": made,
    }


def congress(sentence, speeches):
    """`sentence(seed, length)` makes the prose; six rounds of five elections and the list of delegates are twelve tables."""
    text = lambda seed: " ".join(sentence(seed * 5 + i, 18 + i) for i in range(5))
    return {
        "congress": {
            "assembly": "Đại hội đại biểu",
            "organisation": "Đảng bộ xã Minh Họa",
            "superior": "Đảng bộ tỉnh Ví Dụ",
            "province": "Minh Họa",
            "ordinal": 4,
            "term": {"from": 2025, "to": 2030},
            "venue": "Hội trường xã Minh Họa",
        },
        "document": {"number": 15},
        "attendance": {"convened": 60, "present": 60},
        "bodies": {
            body: [{"name": person(n), "post": "Đảng ủy viên"} for n in people]
            for body, people in [("presidium", range(5)), ("secretariat", range(5, 8)), ("counting", range(50, 57))]
        },
        "delegates": delegates(60),
        "sessions": [
            {"id": "buoi_sang", "name": "Phiên buổi sáng", "kind": "chính thức", "from": clock(0), "to": clock(359)},
            {"id": "buoi_chieu", "name": "Phiên buổi chiều", "kind": "bế mạc", "from": clock(360), "to": clock(660)},
        ],
        "speeches": [
            {
                "title": sentence(n, 9).rstrip("."),
                "kind": "tham luận",
                "by": person(n + 20),
                "post": "Bí thư Chi bộ",
                "session": "buoi_sang",
                "at": clock(30 + n * 5),
                "summary": [text(n * 40 + part) for part in range(4)],
            }
            for n in range(speeches)
        ],
        "motions": [
            {
                "matter": f"Thông qua {sentence(n, 8)}".rstrip("."),
                "session": "buoi_chieu",
                "at": clock(361 + n),
                "for": 60 - n % 3,
                "against": n % 3,
                "other": 0,
            }
            for n in range(12)
        ],
        "elections": [
            election("ban_chap_hanh", "Ban Chấp hành Đảng bộ xã", 15, range(17), 380),
            election("bi_thu", "Bí thư Đảng ủy xã", 1, range(1), 430),
            election("chinh_thuc", "đại biểu chính thức dự Đại hội Đảng bộ tỉnh", 10, range(13), 460, rounds=2),
            election("du_khuyet", "đại biểu dự khuyết dự Đại hội Đảng bộ tỉnh", 4, range(13, 17), 510),
            election("uy_ban_kiem_tra", "Ủy ban Kiểm tra Đảng ủy xã", 3, range(5, 9), 550),
        ],
        "closing": {"at": clock(660), "copies": 3},
    }
