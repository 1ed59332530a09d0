package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an alert is cared for: who has it in hand until when, and how far the ladder has climbed.
 *
 * @param category the subject's category, for silences
 * @param binding whether the target is binding
 * @param openSince since when nobody has it in hand, without the time of suspensions
 * @param unplannedSince since when there is no catch-up plan, likewise
 * @param raisedSince since when it is as grave as it is, likewise
 * @param pausedAt since when the subject is suspended; null while it is not
 * @param takenUntil when the acknowledgement ends; null while there is none
 * @param plan the catch-up plan; null while there is none
 * @param assignee who has it in hand; empty for nobody in particular
 * @param climbed ids of the ladder's rungs that were taken since {@code raisedSince}
 * @param reminders how many reminders went out since {@code openSince}
 * @param askedAt when the last reminder or rung was; null before
 * @param recoveringSince since when verdicts are good while the recovery must hold first; null
 *     otherwise
 * @param relapses how many records of the subject before this one ended shortly before the next
 * @param proposal who would resolve it by hand and waits for a second person
 * @param restated what is now known of the day that it was raised on
 * @param byHand whether it was resolved by hand and the subject has not been on track since
 * @param overdue the report that did not come; null if none is overdue
 */
public record Care(
    Concern concern,
    String category,
    boolean binding,
    Instant openSince,
    Instant unplannedSince,
    Instant raisedSince,
    @Nullable Instant pausedAt,
    @Nullable Instant takenUntil,
    @Nullable CatchUp plan,
    String assignee,
    List<String> climbed,
    int reminders,
    @Nullable Instant askedAt,
    @Nullable Instant recoveringSince,
    int relapses,
    @Nullable Proposal proposal,
    @Nullable Restatement restated,
    boolean byHand,
    @Nullable OwedReport overdue) {

  /** What a bureau will do until when. */
  public record CatchUp(Actor actor, String text, LocalDate by) {}

  /** Who would end an alert by hand, and why. */
  public record Proposal(Actor actor, String reason) {}

  /**
   * What is now known of the day on which an alert was raised.
   *
   * @param severity how grave it should have been; null: no alert at all
   * @param cause the late or corrected figure, in words
   */
  public record Restatement(
      @Nullable Severity severity, LocalDate asOf, String judgementId, Text cause, Instant at) {}

  /** Copies its list. */
  public Care {
    climbed = List.copyOf(climbed);
  }

  /** Nobody has it in hand yet. */
  public static Care raised(Concern concern, Verdict verdict, Instant at, int relapses) {
    return new Care(
        concern,
        verdict.category(),
        verdict.binding(),
        at,
        at,
        at,
        null,
        null,
        null,
        "",
        List.of(),
        0,
        null,
        null,
        relapses,
        null,
        null,
        false,
        null);
  }

  /** The same, with a report that did not come; null: with none. */
  public Care missing(@Nullable OwedReport report) {
    return with(draft -> draft.overdue = report);
  }

  Care with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.care();
  }

  /** A care that is being changed. */
  static final class Draft {
    Concern concern;
    String category;
    boolean binding;
    Instant openSince;
    Instant unplannedSince;
    Instant raisedSince;
    @Nullable Instant pausedAt;
    @Nullable Instant takenUntil;
    @Nullable CatchUp plan;
    String assignee;
    List<String> climbed;
    int reminders;
    @Nullable Instant askedAt;
    @Nullable Instant recoveringSince;
    private final int relapses;
    @Nullable Proposal proposal;
    @Nullable Restatement restated;
    boolean byHand;
    @Nullable OwedReport overdue;

    private Draft(Care care) {
      concern = care.concern;
      category = care.category;
      binding = care.binding;
      openSince = care.openSince;
      unplannedSince = care.unplannedSince;
      raisedSince = care.raisedSince;
      pausedAt = care.pausedAt;
      takenUntil = care.takenUntil;
      plan = care.plan;
      assignee = care.assignee;
      climbed = care.climbed;
      reminders = care.reminders;
      askedAt = care.askedAt;
      recoveringSince = care.recoveringSince;
      relapses = care.relapses;
      proposal = care.proposal;
      restated = care.restated;
      byHand = care.byHand;
      overdue = care.overdue;
    }

    private Care care() {
      return new Care(
          concern,
          category,
          binding,
          openSince,
          unplannedSince,
          raisedSince,
          pausedAt,
          takenUntil,
          plan,
          assignee,
          climbed,
          reminders,
          askedAt,
          recoveringSince,
          relapses,
          proposal,
          restated,
          byHand,
          overdue);
    }
  }
}
