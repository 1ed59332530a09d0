package io.waymark.alerting.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the project whose alert explains a target's: it causes at least half of the expected loss,
 * and someone is already asked to do something about it.
 */
final class Explaining {
  private static final double SHARE = 0.5;

  private final Map<SubjectKey, AlertState> projects = new HashMap<>();

  Explaining(Collection<Verdict> verdicts, AlertReader reader) {
    Set<SubjectKey> keys = new LinkedHashSet<>();
    verdicts.forEach(verdict -> main(verdict).ifPresent(cause -> keys.add(key(verdict, cause))));
    if (!keys.isEmpty()) {
      projects.putAll(reader.states(keys));
    }
  }

  Optional<Explanation> of(Verdict verdict) {
    Optional<Cause> main = main(verdict);
    if (main.isEmpty()) {
      return Optional.empty();
    }
    AlertState project = projects.get(key(verdict, main.get()));
    Alert live = project == null ? null : project.live();
    if (live == null || live.severity() != Severity.CRITICAL || live.paused()) {
      return Optional.empty();
    }
    return Optional.of(
        new Explanation(live.alertId(), live.subject(), live.name(), share(verdict, main.get())));
  }

  private static Optional<Cause> main(Verdict verdict) {
    if (verdict.subject().kind() != SubjectKind.TARGET) {
      return Optional.empty();
    }
    return verdict.causes().stream()
        .filter(cause -> !cause.projectId().isEmpty() && share(verdict, cause) >= SHARE)
        .findFirst();
  }

  private static double share(Verdict verdict, Cause cause) {
    double sign = Math.signum(cause.amount());
    double all =
        verdict.causes().stream()
            .mapToDouble(Cause::amount)
            .filter(amount -> amount != 0 && Math.signum(amount) == sign)
            .map(Math::abs)
            .sum();
    return all == 0 ? 0 : Math.abs(cause.amount()) / all;
  }

  private static SubjectKey key(Verdict verdict, Cause cause) {
    return new SubjectKey(SubjectKind.PROJECT, verdict.subject().planId(), cause.projectId());
  }
}
