package io.waymark.alerting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the people behind a bureau, its superior and those that support it. */
final class Addresses {
  /** A mail with more items than this goes to the responsible bureau and its superior alone. */
  private static final int MOST_ITEMS_TO_SHARE = 10;

  private final Bureau lead;
  private final LocalDate today;
  private final AlertReader reader;
  private final Map<String, Bureau> known = new HashMap<>();
  private final Map<String, Preference> preferences = new HashMap<>();

  Addresses(Bureau lead, LocalDate today, AlertReader reader) {
    this.lead = lead;
    this.today = today;
    this.reader = reader;
  }

  Optional<Bureau> superior() {
    return lead.parentId().isEmpty() ? Optional.empty() : bureau(lead.parentId());
  }

  Preference preference(String address) {
    return preferences.computeIfAbsent(
        address, to -> reader.preferences(List.of(to)).getOrDefault(to, Preference.usual(to)));
  }

  /** Each address once: whoever is addressed is not in copy as well. */
  List<Recipient> of(
      List<Ladder.Audience> to, List<Ladder.Audience> cc, Collection<Verdict> verdicts) {
    Map<String, Recipient> all = new LinkedHashMap<>();
    to.forEach(audience -> add(audience, Recipient.Role.TO, verdicts, all));
    cc.forEach(audience -> add(audience, Recipient.Role.CC, verdicts, all));
    if (all.isEmpty()) {
      // A bureau without superior: the trouble stays with whoever has it.
      add(Ladder.Audience.LEAD, Recipient.Role.TO, verdicts, all);
    }
    return List.copyOf(all.values());
  }

  private void add(
      Ladder.Audience audience,
      Recipient.Role role,
      Collection<Verdict> verdicts,
      Map<String, Recipient> all) {
    switch (audience) {
      case LEAD -> people(lead, role, Recipient.Reason.LEAD, all);
      case SUPERIOR ->
          superior().ifPresent(above -> people(above, role, Recipient.Reason.SUPERIOR, all));
      case SUPPORTING -> {
        if (verdicts.size() <= MOST_ITEMS_TO_SHARE) {
          supporters(verdicts)
              .forEach(helper ->
                  bureau(helper).ifPresent(b -> people(b, role, Recipient.Reason.SUPPORTING, all)));
        }
      }
    }
  }

  /** Who supports a project, and whose projects cost a target most. */
  private Set<String> supporters(Collection<Verdict> verdicts) {
    Set<String> helpers = new LinkedHashSet<>();
    List<SubjectKey> projects = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      switch (verdict.subject().kind()) {
        case PROJECT -> projects.add(verdict.subject());
        case TARGET ->
            verdict.causes().stream()
                .filter(cause -> cause.amount() != 0 && !cause.projectId().isEmpty())
                .limit(3)
                .forEach(cause -> helpers.add(cause.leadBureauId()));
      }
    }
    if (!projects.isEmpty()) {
      reader.supporting(projects).values().forEach(helpers::addAll);
    }
    helpers.remove(lead.bureauId());
    helpers.remove("");
    return helpers;
  }

  private void people(
      Bureau bureau, Recipient.Role role, Recipient.Reason reason, Map<String, Recipient> all) {
    bureau.emails().forEach(to -> put(to, bureau, "", role, reason, all));
    for (Bureau.StandIn standIn : bureau.standIns()) {
      if (!standIn.holds(today)) {
        continue;
      }
      if (!standIn.email().isEmpty()) {
        put(standIn.email(), bureau, standIn.name(), role, Recipient.Reason.DELEGATE, all);
      } else {
        bureau(standIn.bureauId())
            .ifPresent(other ->
                other
                    .emails()
                    .forEach(to -> put(to, other, "", role, Recipient.Reason.DELEGATE, all)));
      }
    }
  }

  private static void put(
      String to,
      Bureau bureau,
      String name,
      Recipient.Role role,
      Recipient.Reason reason,
      Map<String, Recipient> all) {
    all.putIfAbsent(
        to, new Recipient(to, bureau.bureauId(), name, bureau.language(), role, reason));
  }

  private Optional<Bureau> bureau(String id) {
    if (!known.containsKey(id)) {
      known.putAll(reader.bureaus(List.of(id)));
    }
    return Optional.ofNullable(known.get(id));
  }
}
