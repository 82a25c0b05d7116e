from clauselint.library.cues import parse_cue
from clauselint.library.lexicon import ranked, without_words


def test_each_distinct_group_has_a_rank_and_equal_ones_share_it():
    (first, second), lexicon = ranked((parse_cue("prix + jour*"), parse_cue("jour* + tarif")))
    assert [group.rank for group in first.groups] == [0, 1]
    assert [group.rank for group in second.groups] == [1, 2]
    assert lexicon.groups == 3


def test_the_tree_leads_by_words_and_beginnings_to_the_groups():
    _, lexicon = ranked((parse_cue("delai de paiement|regl*"), parse_cue("delai")))
    words, beginnings = lexicon.tree
    ends, following, _ = words["delai"]
    assert ends == (1,)
    assert following["de"][1]["paiement"] == ((0,), None, None)
    assert beginnings["reg"] == (("regl", ((0,), None, None)),)


def test_values_stand_in_no_tree():
    _, lexicon = ranked((parse_cue("prix|@montant"),))
    assert list(lexicon.tree[0]) == ["prix"]


def test_words_taken_away_leave_the_ranks():
    parts, _ = ranked((parse_cue("prix + !jour*"),))
    ((_, group),) = (cue.groups for cue in without_words(parts))
    assert (group.rank, group.negated, group.alternatives) == (1, True, ())
