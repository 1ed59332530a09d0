package io.waymark.indicator.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** Checks a revision of a target before it is recorded. */
public final class RevisionCheck {
  /** What a document states is neither assumed nor as the plan's table wrote it. */
  private static final Set<String> STATED = Set.of("value", "value_max", "comparator");

  private RevisionCheck() {}

  /** Refuses a malformed request, naming every violation. */
  public static void form(ReviseTargetRequest request) {
    Checks checks = new Checks();
    checks.id("plan_id", request.getPlanId());
    checks.id("target_id", request.getTargetId());
    checks.key("idempotency_key", request.getIdempotencyKey());
    BigDecimal value = checks.decimal("value", request.getValue(), false);
    BigDecimal max = checks.decimal("value_max", request.getValueMax(), true);
    checks.must(
        max == null || value == null || value.compareTo(max) <= 0,
        "value_max",
        request.getValueMax(),
        Expected.NOT_BELOW_VALUE.with(request.getValue()));
    checks.must(
        request.getComparator() != Comparator.UNRECOGNIZED,
        "comparator",
        Integer.toString(request.getComparatorValue()),
        Expected.ONE_OF.with("ge, gt, le, lt, approx, eq"));
    checks.date("due", request.getDue(), true);
    words(checks, "document", request.getDocument(), 100);
    words(checks, "approver", request.getApprover(), 100);
    words(checks, "reason", request.getReason(), 1000);
    checks.date("effective", request.getEffective(), false);
    checks.raise();
  }

  private static void words(Checks checks, String field, String text, int longest) {
    checks.must(!text.isBlank(), field, text, Expected.CHARACTERS.with(longest));
    checks.text(field, text, longest);
  }

  /** The target as the request makes it. */
  public static Target revised(ReviseTargetRequest request, Target before) {
    Target.Builder after =
        before.toBuilder()
            .setValue(request.getValue())
            .setValueMax(request.getValueMax())
            .clearVersion()
            .clearInstrument()
            .clearOfficialText()
            .clearAssumedFields()
            .addAllAssumedFields(
                before.getAssumedFieldsList().stream().filter(f -> !STATED.contains(f)).toList());
    if (request.getComparator() != Comparator.COMPARATOR_UNSPECIFIED) {
      after.setComparator(request.getComparator());
    }
    if (!request.getDue().isEmpty()) {
      after.setDue(request.getDue());
    }
    return after.build();
  }

  /**
   * Refuses a revision that does not fit the plan or changes nothing.
   *
   * @param before the version that is in force on the effective date
   */
  public static void fits(ReviseTargetRequest request, Plan plan, Target before) {
    Target after = revised(request, before);
    if (request.getOnlyIfAwaited() && !before.getValue().isEmpty()) {
      throw Failure.notNow(
          Refused.TARGET_NOT_AWAITED.with(
              request.getTargetId(), before.getValue(), request.getEffective()));
    }
    Checks checks = new Checks();
    LocalDate start = LocalDate.parse(plan.getStart());
    LocalDate due = LocalDate.parse(after.getDue());
    checks.must(due.isAfter(start), "due", after.getDue(), Expected.AFTER_PLAN_START.with(start));
    LocalDate effective = LocalDate.parse(request.getEffective());
    checks.must(
        !effective.isBefore(start) && !effective.isAfter(due),
        "effective",
        request.getEffective(),
        Expected.WITHIN_PLAN.with(start, due));
    checks.must(
        !same(after, before),
        "value",
        request.getValue(),
        Expected.ANOTHER_VALUE.with(before.getVersion(), request.getEffective()));
    checks.raise();
  }

  private static boolean same(Target one, Target other) {
    return equal(one.getValue(), other.getValue())
        && equal(one.getValueMax(), other.getValueMax())
        && one.getComparator() == other.getComparator()
        && one.getDue().equals(other.getDue());
  }

  private static boolean equal(String one, String other) {
    return (one.isEmpty() || other.isEmpty())
        ? one.equals(other)
        : new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
  }
}
