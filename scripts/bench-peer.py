"""The same measurements on Mnemosyne's library, without its window. Driven by bench-practice.ts; prints one JSON object.

usage: bench-peer.py fill DIR CARDS | measure DIR | first-card DIR
"""

import json
import os
import random
import sys
import time

from mnemosyne.script import Mnemosyne

DAY = 86400
TAGS = 40
REVIEWS_PER_SEEN_CARD = 3


def fill(folder, cards):
    """Writes the cards in the library's own tables: 20 % new, 20 % due, 60 % in the future, three reviews per seen card."""
    mnemosyne = Mnemosyne(data_dir=folder, filename="bench.db")
    db = mnemosyne.database()
    tags = [db.get_or_create_tag_with_name("tag%d" % n) for n in range(TAGS)]
    first = mnemosyne.controller().create_new_cards(
        {"f": "seed question", "b": "seed answer"}, mnemosyne.card_type_with_id("1"), grade=-1, tag_names=["tag0"]
    )[0]
    db.save()
    con = db.con.connection if hasattr(db.con, "connection") else db.con._connection
    now = int(time.time())
    today = mnemosyne.scheduler().midnight_UTC(now)
    random.seed(1)
    words = open(os.path.join(os.path.dirname(__file__), "bench-words.txt")).read().split()
    rows, facts, data, links, log = [], [], [], [], []
    for n in range(2, cards + 2):
        question = " ".join(random.choices(words, k=12)) + " q%d" % n
        answer = " ".join(random.choices(words, k=55))
        kind = n % 10
        new, due = kind < 2, 2 <= kind < 4
        next_rep = -1 if new else (today - (n % 20) * DAY if due else today + (1 + n % 90) * DAY)
        last_rep = -1 if new else min(now, next_rep) - (5 + n % 30) * DAY
        grade = -1 if new else 4
        reps = 0 if new else REVIEWS_PER_SEEN_CARD
        tag = n % TAGS
        facts.append((n, "f%d" % n))
        data += [(n, "f", question), (n, "b", answer)]
        rows.append(
            (n, "c%d" % n, "1", n, "1.1", question, answer, "tag%d" % tag, grade, next_rep, last_rep, 2.5, reps, reps, 0, reps, reps, now, now)
        )
        links.append((n, tags[tag]._id))
        if not new:
            for k in range(REVIEWS_PER_SEEN_CARD):
                at = last_rep - (REVIEWS_PER_SEEN_CARD - 1 - k) * 30 * DAY
                log.append((9, at, "c%d" % n, 4, 2.5, 1, k, 0, 1, k, 10 * DAY, 10 * DAY, 60, at + 10 * DAY, 0))
    con.executemany("insert into facts(_id, id) values(?,?)", facts)
    con.executemany("insert into data_for_fact(_fact_id, key, value) values(?,?,?)", data)
    con.executemany(
        """insert into cards(_id, id, card_type_id, _fact_id, fact_view_id, question, answer, tags, grade, next_rep, last_rep, easiness,
           acq_reps, ret_reps, lapses, acq_reps_since_lapse, ret_reps_since_lapse, creation_time, modification_time)
           values(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
        rows,
    )
    con.executemany("insert into tags_for_card(_card_id, _tag_id) values(?,?)", links)
    con.executemany(
        """insert into log(event_type, timestamp, object_id, grade, easiness, acq_reps, ret_reps, lapses, acq_reps_since_lapse,
           ret_reps_since_lapse, scheduled_interval, actual_interval, thinking_time, next_rep, scheduler_data)
           values(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
        log,
    )
    db.save()
    mnemosyne.finalise()
    return {"cards": cards, "reviews": len(log)}


def timed(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def measure(folder):
    mnemosyne = Mnemosyne(data_dir=folder, filename="bench.db")
    mnemosyne.config()["shown_backlog_help"] = True
    scheduler, db, controller = mnemosyne.scheduler(), mnemosyne.database(), mnemosyne.review_controller()

    def queue():
        scheduler.reset()
        scheduler.rebuild_queue()

    queues = sorted(timed(queue) for _ in range(15))

    def answer():
        card = scheduler.next_card()
        scheduler.grade_answer(card, 4)
        db.update_card(card, repetition_only=True)
        # Durable, one by one, as is asked of the other; by itself it saves after every tenth.
        db.save()

    answers = sorted(timed(answer) for _ in range(1000))

    def search():
        # What its card browser asks the database for a word that about ten cards have.
        word = "%%q%d%%" % random.randrange(1000, 1900)
        found = db.con.execute("select _id from cards where question like ? or answer like ? limit 10", (word, word)).fetchall()
        assert found

    searches = sorted(timed(search) for _ in range(20))

    def year():
        for day in range(-365, 1):
            scheduler.card_count_scheduled_n_days_from_now(n=day)
            db.card_count_learned_n_days_ago(n=-day)
            db.retention_score_n_days_ago(n=-day)
        for day in range(1, 366):
            scheduler.card_count_scheduled_n_days_from_now(n=day)

    years = timed(year)
    mnemosyne.finalise()
    middle = lambda values: values[len(values) // 2]
    return {"queueMs": middle(queues), "answerMs": middle(answers), "searchMs": middle(searches), "yearMs": years}


def first_card(folder):
    mnemosyne = Mnemosyne(data_dir=folder, filename="bench.db")
    mnemosyne.config()["shown_backlog_help"] = True
    scheduler = mnemosyne.scheduler()
    scheduler.reset()
    scheduler.rebuild_queue()
    question = scheduler.next_card().question()
    os._exit(0 if question else 1)


if __name__ == "__main__":
    what, folder = sys.argv[1], sys.argv[2]
    if what == "fill":
        print(json.dumps(fill(folder, int(sys.argv[3]))))
    elif what == "measure":
        print(json.dumps(measure(folder)))
    else:
        first_card(folder)
