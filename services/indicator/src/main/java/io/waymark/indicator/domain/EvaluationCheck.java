package io.waymark.indicator.domain;

import io.waymark.proto.indicator.v1.AlertFact;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.DutyFact;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.HonestyFact;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.refusals.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what is asked of an evaluation before anything is judged. */
public final class EvaluationCheck {
  private static final String KINDS =
      "EVALUATION_KIND_ANNUAL, EVALUATION_KIND_MID_TERM, EVALUATION_KIND_FINAL";

  private static final int MOST_DUTIES = 50_000;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_NAMED = 100;

  /**
   * What is to be evaluated.
   *
   * @param knownAt by what was known then
   * @param periodStart null: as the occasion says
   */
  public record Asked(
      EvaluationKind kind, LocalDate asOf, Instant knownAt, @Nullable LocalDate periodStart) {}

  private EvaluationCheck() {}

  /** Refuses a malformed request, naming every violation. */
  public static Asked form(
      FreezeSnapshotRequest request, @Nullable Instant knownAt, Instant now, ZoneId zone) {
    Checks checks = new Checks();
    checks.id("plan_id", request.getPlanId());
    checks.key("idempotency_key", request.getIdempotencyKey());
    checks.must(
        stated(request.getKind()), "kind", request.getKind().name(), Expected.ONE_OF.with(KINDS));
    words(checks, "title", request.getTitle(), 200);
    words(checks, "document", request.getDocument(), 100);
    facts(checks, request.getFacts());
    return times(checks, request.getKind(), request.getAsOf(), request.getPeriodStart())
        .read(knownAt, now, zone);
  }

  /** Refuses a malformed request, naming every violation. */
  public static Asked form(
      PreviewEvaluationRequest request, @Nullable Instant knownAt, Instant now, ZoneId zone) {
    Checks checks = new Checks();
    checks.id("plan_id", request.getPlanId());
    checks.must(
        request.getKind() != EvaluationKind.UNRECOGNIZED,
        "kind",
        Integer.toString(request.getKindValue()),
        Expected.ONE_OF.with(KINDS));
    facts(checks, request.getFacts());
    EvaluationKind kind =
        stated(request.getKind()) ? request.getKind() : EvaluationKind.EVALUATION_KIND_ANNUAL;
    String asOf =
        request.getAsOf().isEmpty() ? LocalDate.ofInstant(now, zone).toString() : request.getAsOf();
    return times(checks, kind, asOf, request.getPeriodStart()).read(knownAt, now, zone);
  }

  private static boolean stated(EvaluationKind kind) {
    return kind != EvaluationKind.UNRECOGNIZED
        && kind != EvaluationKind.EVALUATION_KIND_UNSPECIFIED;
  }

  private static void words(Checks checks, String field, String text, int longest) {
    checks.must(!text.isBlank(), field, text, Expected.CHARACTERS.with(longest));
    checks.text(field, text, longest);
  }

  private record Times(Checks checks, EvaluationKind kind, String asOf, String periodStart) {
    Asked read(@Nullable Instant asked, Instant now, ZoneId zone) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      LocalDate day = checks.date("as_of", asOf, false);
      checks.must(
          day == null || !day.isAfter(today),
          "as_of",
          asOf,
          Expected.DATE_NOT_AFTER_TODAY.with(today));
      LocalDate start = checks.date("period_start", periodStart, true);
      checks.must(
          day == null || start == null || !start.isAfter(day),
          "period_start",
          periodStart,
          Expected.NOT_AFTER_AS_OF.with(asOf));
      Instant knownAt = asked == null ? now : asked;
      checks.must(
          !knownAt.isAfter(now),
          "known_at",
          knownAt.toString(),
          Expected.INSTANT_NOT_AFTER_NOW.with(now));
      checks.must(
          day == null
              || day.isAfter(today)
              || !knownAt.isBefore(day.atStartOfDay(zone).toInstant()),
          "known_at",
          knownAt.toString(),
          Expected.INSTANT_NOT_BEFORE_AS_OF.with(asOf));
      checks.raise();
      return new Asked(kind, java.util.Objects.requireNonNull(day), knownAt, start);
    }
  }

  private static Times times(Checks checks, EvaluationKind kind, String asOf, String periodStart) {
    return new Times(checks, kind, asOf, periodStart);
  }

  private static void facts(Checks checks, BehaviourFacts facts) {
    most(checks, "facts.duties", facts.getDutiesCount(), MOST_DUTIES);
    most(checks, "facts.honesty", facts.getHonestyCount(), MOST_ROWS);
    most(checks, "facts.alerts", facts.getAlertsCount(), MOST_ROWS);
    checks.text("facts.origin", facts.getOrigin(), 1000);
    boolean any = facts.getDutiesCount() + facts.getHonestyCount() + facts.getAlertsCount() > 0;
    checks.must(
        !any || !facts.getOrigin().isBlank(),
        "facts.origin",
        facts.getOrigin(),
        Expected.FACTS_ORIGIN.with());
    for (int i = 0; i < Math.min(facts.getDutiesCount(), MOST_DUTIES); i++) {
      duty(checks, "facts.duties[" + i + "].", facts.getDuties(i));
    }
    for (int i = 0; i < Math.min(facts.getHonestyCount(), MOST_ROWS); i++) {
      honesty(checks, "facts.honesty[" + i + "].", facts.getHonesty(i));
    }
    for (int i = 0; i < Math.min(facts.getAlertsCount(), MOST_ROWS); i++) {
      alert(checks, "facts.alerts[" + i + "].", facts.getAlerts(i));
    }
  }

  private static void most(Checks checks, String field, int count, int most) {
    checks.must(count <= most, field, Integer.toString(count), Expected.AT_MOST_ITEMS.with(most));
  }

  private static void kind(Checks checks, String at, DutySubject kind) {
    checks.must(
        kind == DutySubject.DUTY_SUBJECT_PROJECT || kind == DutySubject.DUTY_SUBJECT_INDICATOR,
        at + "kind",
        kind.name(),
        Expected.ONE_OF.with("DUTY_SUBJECT_PROJECT, DUTY_SUBJECT_INDICATOR"));
  }

  private static void duty(Checks checks, String at, DutyFact duty) {
    kind(checks, at, duty.getKind());
    checks.id(at + "subject_id", duty.getSubjectId());
    checks.id(at + "lead_bureau_id", duty.getLeadBureauId());
    checks.date(at + "period_end", duty.getPeriodEnd(), false);
    checks.date(at + "closes", duty.getCloses(), false);
    checks.date(at + "filed_on", duty.getFiledOn(), true);
  }

  private static void honesty(Checks checks, String at, HonestyFact honesty) {
    kind(checks, at, honesty.getKind());
    checks.id(at + "subject_id", honesty.getSubjectId());
    checks.id(at + "lead_bureau_id", honesty.getLeadBureauId());
    checks.must(
        honesty.getReports() >= 0,
        at + "reports",
        Integer.toString(honesty.getReports()),
        Expected.ZERO_OR_MORE.with());
    checks.must(
        honesty.getFindings() >= 0 && honesty.getFindings() <= honesty.getReports(),
        at + "findings",
        Integer.toString(honesty.getFindings()),
        Expected.BETWEEN.with(0, honesty.getReports()));
  }

  private static void alert(Checks checks, String at, AlertFact alert) {
    checks.must(
        alert.getKind() == SubjectKind.SUBJECT_KIND_TARGET
            || alert.getKind() == SubjectKind.SUBJECT_KIND_PROJECT,
        at + "kind",
        alert.getKind().name(),
        Expected.ONE_OF.with("SUBJECT_KIND_TARGET, SUBJECT_KIND_PROJECT"));
    checks.key(at + "alert_id", alert.getAlertId());
    checks.id(at + "subject_id", alert.getSubjectId());
    checks.id(at + "lead_bureau_id", alert.getLeadBureauId());
    LocalDate opened = checks.date(at + "opened_on", alert.getOpenedOn(), false);
    LocalDate handled = checks.date(at + "handled_on", alert.getHandledOn(), true);
    checks.must(
        opened == null || handled == null || !handled.isBefore(opened),
        at + "handled_on",
        alert.getHandledOn(),
        Expected.NOT_BEFORE_OPENED.with(alert.getOpenedOn()));
  }

  /** Refuses what does not fit the plan; otherwise the first day over which behaviour counts. */
  public static LocalDate fits(Asked asked, Plan plan) {
    LocalDate start = LocalDate.parse(plan.getStart());
    LocalDate end = LocalDate.parse(plan.getEnd());
    Checks checks = new Checks();
    String asOf = asked.asOf().toString();
    checks.must(
        !asked.asOf().isBefore(start), "as_of", asOf, Expected.NOT_BEFORE_PLAN_START.with(start));
    LocalDate lastYear = end.minusYears(1).plusDays(1);
    checks.must(
        asked.kind() != EvaluationKind.EVALUATION_KIND_FINAL || !asked.asOf().isBefore(lastYear),
        "as_of",
        asOf,
        Expected.LAST_YEAR_OF_PLAN.with(lastYear));
    checks.must(
        asked.kind() != EvaluationKind.EVALUATION_KIND_MID_TERM || asked.asOf().isBefore(end),
        "as_of",
        asOf,
        Expected.BEFORE_PLAN_END.with(end));
    checks.raise();
    if (asked.periodStart() != null) {
      return asked.periodStart();
    }
    LocalDate year = asked.asOf().minusYears(1).plusDays(1);
    return asked.kind() == EvaluationKind.EVALUATION_KIND_ANNUAL && year.isAfter(start)
        ? year
        : start;
  }

  /** Refuses facts of subjects that the plan does not have. */
  public static void known(
      BehaviourFacts facts, Set<String> targets, Set<String> projects, Set<String> indicators) {
    Checks checks = new Checks();
    int named = 0;
    for (int i = 0; i < facts.getDutiesCount() && named < MOST_NAMED; i++) {
      DutyFact duty = facts.getDuties(i);
      Set<String> ids = duty.getKind() == DutySubject.DUTY_SUBJECT_PROJECT ? projects : indicators;
      named += subject(checks, "facts.duties[" + i + "]", duty.getSubjectId(), ids);
    }
    for (int i = 0; i < facts.getHonestyCount() && named < MOST_NAMED; i++) {
      HonestyFact honesty = facts.getHonesty(i);
      Set<String> ids =
          honesty.getKind() == DutySubject.DUTY_SUBJECT_PROJECT ? projects : indicators;
      named += subject(checks, "facts.honesty[" + i + "]", honesty.getSubjectId(), ids);
    }
    for (int i = 0; i < facts.getAlertsCount() && named < MOST_NAMED; i++) {
      AlertFact alert = facts.getAlerts(i);
      Set<String> ids = alert.getKind() == SubjectKind.SUBJECT_KIND_PROJECT ? projects : targets;
      named += subject(checks, "facts.alerts[" + i + "]", alert.getSubjectId(), ids);
    }
    checks.raise();
  }

  private static int subject(Checks checks, String at, String id, Set<String> ids) {
    checks.must(ids.contains(id), at + ".subject_id", id, Expected.SUBJECT_OF_PLAN.with());
    return ids.contains(id) ? 0 : 1;
  }
}
