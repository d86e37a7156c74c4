"""Imports an Anki package with Mnemosyne's own importer, without a window, and prints what is in its database as JSON.

Usage: mnemosyne-import.py DATA_DIR PACKAGE [PACKAGE ...]
"""
import contextlib
import json
import os
import sys

from mnemosyne.script import Mnemosyne


def main(data_dir, packages):
    os.makedirs(data_dir, exist_ok=True)
    # What the program says on its way is not part of the answer.
    with contextlib.redirect_stdout(sys.stderr):
        app = Mnemosyne(data_dir)
        importer = next(one for one in app.component_manager.all("file_format") if type(one).__name__ == "Anki2")
        for package in packages:
            importer.do_import(package)
        db = app.database()
        cards = [db.card(number, is_id_internal=True) for number, _ in db.cards()]
        found = [
            {
                "guid": card.fact.id,
                "question": card.question("plain_text"),
                "answer": card.answer("plain_text"),
                "tags": sorted(tag.name for tag in card.tags),
                "grade": card.grade,
                "lastRep": card.last_rep,
                "nextRep": card.next_rep,
                "easiness": card.easiness,
                "retReps": card.ret_reps,
                "lapses": card.lapses,
            }
            for card in cards
        ]
        app.finalise()
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
