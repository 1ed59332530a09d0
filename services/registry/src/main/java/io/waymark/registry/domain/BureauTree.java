package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The bureaus that there will be after an import, and whether they form trees. */
final class BureauTree {
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, BureauLevel> levels = new TreeMap<>();

  BureauTree(List<BureauDraft> drafts, Map<String, BureauState> known) {
    known.forEach((id, state) -> {
      parents.put(id, state.bureau().parentBureauId());
      levels.put(id, state.bureau().level());
    });
    drafts.forEach(draft -> {
      parents.put(draft.bureauId(), draft.parentBureauId());
      levels.put(draft.bureauId(), level(draft.level()));
    });
  }

  boolean has(String bureauId) {
    return parents.containsKey(bureauId);
  }

  /** Names what is wrong with where a draft stands. */
  void check(Faults faults, BureauDraft draft, Set<String> imported) {
    String parent = draft.parentBureauId();
    if (!parent.isEmpty() && !has(parent)) {
      faults.add("parent_bureau_id", parent, Expected.KNOWN_BUREAU.with());
    } else if (!parent.isEmpty()) {
      circle(faults, draft);
    }
    superior(faults, draft);
    inferiors(faults, draft, imported);
  }

  private void circle(Faults faults, BureauDraft draft) {
    Set<String> passed = new LinkedHashSet<>(List.of(draft.bureauId()));
    String at = draft.parentBureauId();
    while (!at.isEmpty() && passed.add(at)) {
      at = parents.getOrDefault(at, "");
    }
    if (at.equals(draft.bureauId())) {
      faults.add(
          "parent_bureau_id",
          draft.parentBureauId(),
          Expected.NO_CIRCLE.with(String.join(" > ", passed) + " > " + at));
    }
  }

  private void superior(Faults faults, BureauDraft draft) {
    BureauLevel above = levelOf(draft.parentBureauId());
    BureauLevel own = levelOf(draft.bureauId());
    if (!above.mayStandAbove(own)) {
      faults.add(
          "parent_bureau_id", draft.parentBureauId(), Expected.SUPERIOR_LEVEL.with(own, above));
    }
  }

  /** Those that stand below it and are not imported again: nobody else names them. */
  private void inferiors(Faults faults, BureauDraft draft, Set<String> imported) {
    BureauLevel own = levelOf(draft.bureauId());
    levels.forEach((id, level) -> {
      if (draft.bureauId().equals(parents.get(id))
          && !imported.contains(id)
          && !own.mayStandAbove(level)) {
        faults.add("level", own.name(), Expected.LEVEL_OF_INFERIOR.with(id, level));
      }
    });
  }

  private BureauLevel levelOf(String bureauId) {
    return levels.getOrDefault(bureauId, BureauLevel.UNSPECIFIED);
  }

  /** What is no level is named elsewhere. */
  private static BureauLevel level(String word) {
    for (BureauLevel level : BureauLevel.values()) {
      if (level.name().equals(word)) {
        return level;
      }
    }
    return BureauLevel.UNSPECIFIED;
  }
}
