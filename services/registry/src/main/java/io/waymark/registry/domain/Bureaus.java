package io.waymark.registry.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides on imports of bureaus, and the one way that a bureau changes. */
public final class Bureaus {
  private Bureaus() {}

  /**
   * Decides on an import as a whole.
   *
   * @param known all bureaus by id
   * @return one event for each bureau that is new or differs
   */
  public static List<BureauEvent> decide(
      Map<String, BureauState> known, List<BureauDraft> drafts, Requester caller) {
    Projects.requirePlanOffice(caller);
    List<BureauEvent> events = new ArrayList<>();
    for (Bureau bureau : BureauRules.check(drafts, known)) {
      BureauState before = known.get(bureau.bureauId());
      if (before == null) {
        events.add(new BureauEvent.Registered(bureau));
      } else if (!before.bureau().equals(bureau)) {
        events.add(new BureauEvent.Revised(bureau));
      }
    }
    return events;
  }

  /** The state after an event; live and in a rebuild. */
  public static BureauState evolve(@Nullable BureauState state, BureauEvent event) {
    return new BureauState(event.bureau(), state == null ? 1 : state.version() + 1);
  }
}
