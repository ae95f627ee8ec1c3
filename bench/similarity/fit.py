"""Fits the weights of src/similarity/pairs/odds.ts to what evidence.ts has printed: python3 fit.py evidence.csv

Logistic regression with no weight below zero and an L2 penalty; of each set, copies count as much as all others together.
Needs numpy and scipy. The constant that it prints makes the classes even; odds.ts has a lower one, chosen for its cut.
"""
import csv
import sys
from math import log, sqrt

import numpy as np
from scipy.optimize import minimize

LEAST_CLOSENESS, LEAST_PART = 0.01, 0.1  # as in odds.ts
PENALTY = 1.0
HALF = {"battleship", "challenges"}  # small sets of their kind count half
FEATURES = [f"{what} {name}" for what in ("closeness", "mass") for name in ("written", "shape", "words")]
FEATURES += ["closeness part", "mass part"]


def features(row):
    close, mass = [], []
    for channel in range(3):
        shared, a, b = (float(row[f"{column}{channel}"]) for column in "sab")
        close.append(log(LEAST_CLOSENESS + (shared / sqrt(a * b) if shared > 0 else 0)))
        mass.append(log(1 + shared))
    part, a, b = (float(row[column]) for column in ("part", "partA", "partB"))
    contained = part / min(a, b) if part > 0 else 0
    return [*close, *mass, log(LEAST_PART + contained), log(1 + part)]


def class_weights(sets, labels):
    weights = np.zeros(len(labels))
    for name in set(sets):
        for label in (0, 1):
            chosen = (sets == name) & (labels == label)
            weights[chosen] = (0.5 if name in HALF else 1) / max(1, chosen.sum())
    return weights * 1000 / weights.sum()


def fit(evidence, labels, weights):
    columns = np.c_[evidence, np.ones(len(labels))]

    def loss(b):
        z = columns @ b
        miss = weights * (1 / (1 + np.exp(-z)) - labels)
        gradient = columns.T @ miss
        gradient[:-1] += 2 * PENALTY * b[:-1]
        return (weights * (np.logaddexp(0, z) - labels * z)).sum() + PENALTY * (b[:-1] ** 2).sum(), gradient

    count = evidence.shape[1]
    start = np.r_[np.full(count, 0.3), 0]
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * count + [(None, None)]).x


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["label"] != "-1"]
    labels = np.array([int(row["label"]) for row in rows])
    found = fit(np.array([features(row) for row in rows]), labels, class_weights(np.array([row["dataset"] for row in rows]), labels))
    for name, weight in zip([*FEATURES, "constant"], found):
        print(f"{name:18} {weight:7.3f}")
