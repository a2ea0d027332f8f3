"""What the outputs of the model stand for, in their order."""

from __future__ import annotations

import torch

TYPES = ["Method", "Model", "Benchmark", "Dataset", "Metric", "Task"]
TAGS = ["O"] + [f"{part}-{name}" for name in TYPES for part in "BI"]

_SYSTEMS = {"Method", "Model"}
_COLLECTIONS = {"Benchmark", "Dataset"}
_ARTEFACTS = _SYSTEMS | _COLLECTIONS

# Which types a relation may join: (sources, targets). PROPOSES has a head of its own.
SIGNATURES = {
    "EVALUATED_ON": (_SYSTEMS, _COLLECTIONS),
    "TRAINED_ON": (_SYSTEMS, _COLLECTIONS),
    "MEASURED_BY": (_ARTEFACTS, {"Metric"}),
    "OUTPERFORMS": (_SYSTEMS, _SYSTEMS),
    "COMPARED_WITH": (_SYSTEMS, _SYSTEMS),
    "BUILDS_ON": (_ARTEFACTS, _ARTEFACTS),
    "PART_OF": (_ARTEFACTS | {"Metric"}, _ARTEFACTS),
    "ADDRESSES": (_ARTEFACTS, {"Task"}),
}
RELATIONS = ["none", *SIGNATURES]

UNITS = [None, "%", "x", "points"]
KINDS = ["none"] + [
    f"{kind}|{unit}" for kind in ("absolute", "gain", "reduction", "ratio") for unit in UNITS
]

ROLE_TYPES = {
    "subject": _SYSTEMS,
    "metric": {"Metric"},
    "benchmark": _COLLECTIONS,
    "baseline": _SYSTEMS,
}
ROLES = list(ROLE_TYPES)

# Added to the score of "outside"; the weight of the tags' votes in typing. The others decide only
# where there is no judge: added to "no relation" and "no result", the least score of a proposal.
THRESHOLDS = {"o_bias": 2.0, "rel_bias": 1.0, "prop_bias": 0.0, "kind_bias": 0.0, "vote": 1.0}


def allowed_relations() -> torch.Tensor:
    """`[types, types, relations]`: whether a relation may join a source and a target type."""
    allowed = torch.zeros(len(TYPES), len(TYPES), len(RELATIONS), dtype=torch.bool)
    allowed[:, :, RELATIONS.index("none")] = True
    for relation, (sources, targets) in SIGNATURES.items():
        for source in sources:
            for target in targets:
                allowed[TYPES.index(source), TYPES.index(target), RELATIONS.index(relation)] = True
    return allowed


def allowed_roles() -> torch.Tensor:
    """`[types, roles]`: whether an entity of a type may fill a slot of a result."""
    return torch.tensor([[name in ROLE_TYPES[role] for role in ROLES] for name in TYPES])


def to_json(thresholds: dict[str, float], judge: dict) -> dict:
    """The content of `labels.json`, which every user of the exported model reads."""
    return {
        "tags": TAGS,
        "types": TYPES,
        "relations": RELATIONS,
        "signatures": {
            relation: [sorted(sources), sorted(targets)]
            for relation, (sources, targets) in SIGNATURES.items()
        },
        "kinds": KINDS,
        "roles": ROLES,
        "roleTypes": {role: sorted(types) for role, types in ROLE_TYPES.items()},
        "thresholds": {name: thresholds[name] for name in ("o_bias", "vote")},
        "judge": judge,
    }
