package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.Assign;
import io.waymark.alerting.domain.AlertCommand.ByHand;
import io.waymark.alerting.domain.AlertCommand.Comment;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import io.waymark.alerting.domain.AlertCommand.Resolve;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with an alert. */
final class Handling {
  private static final int LONGEST_ACKNOWLEDGEMENT_DAYS = 92;
  private static final int LONGEST_PLAN_DAYS = 731;

  private final Alert live;
  private final Instant now;
  private final Rules rules;

  Handling(Alert live, Instant now, Rules rules) {
    this.live = live;
    this.now = now;
    this.rules = rules;
  }

  List<AlertEvent> decide(ByHand asked, @Nullable Verdict verdict) {
    return switch (asked) {
      case Acknowledge taken -> acknowledge(taken);
      case PlanAction plan -> plan(plan);
      case Assign given -> assign(given);
      case Comment said -> {
        needed("comment", said.comment());
        yield List.of(new AlertEvent.Commented(said.actor()));
      }
      case Resolve resolve -> resolve(resolve, verdict);
    };
  }

  private List<AlertEvent> acknowledge(Acknowledge command) {
    Ladder ladder = rules.ladder(live.subject().planId());
    Instant until;
    if (command.until() == null) {
      until = rules.after(ladder, now, ladder.table(live).lasts());
    } else {
      within("until", command.until(), LONGEST_ACKNOWLEDGEMENT_DAYS);
      until = rules.at(ladder, command.until().plusDays(1));
    }
    Alert.Acknowledgement held = live.acknowledgement();
    boolean repeated =
        live.status() == AlertStatus.ACKNOWLEDGED
            && held != null
            && held.actor().equals(command.actor())
            && held.comment().equals(command.comment())
            && (command.until() == null || until.equals(live.care().takenUntil()));
    return repeated
        ? List.of()
        : List.of(new AlertEvent.Acknowledged(command.actor(), command.comment(), until));
  }

  private List<AlertEvent> plan(PlanAction command) {
    needed("text", command.comment());
    within("by", command.by(), LONGEST_PLAN_DAYS);
    Care.CatchUp held = live.care().plan();
    Care.CatchUp asked = new Care.CatchUp(command.actor(), command.comment(), command.by());
    return live.status() == AlertStatus.RECTIFYING && asked.equals(held)
        ? List.of()
        : List.of(new AlertEvent.Planned(command.actor(), command.comment(), command.by()));
  }

  private List<AlertEvent> assign(Assign command) {
    return live.care().assignee().equals(command.assignee()) && command.comment().isEmpty()
        ? List.of()
        : List.of(new AlertEvent.Assigned(command.actor(), command.assignee()));
  }

  private List<AlertEvent> resolve(Resolve command, @Nullable Verdict verdict) {
    needed("reason", command.comment());
    List<AlertEvent> events = new ArrayList<>();
    if (live.care().binding()) {
      if (!command.actor().person()) {
        throw Failure.notNow(Refused.PERSON_NEEDED.with());
      }
      Care.Proposal proposal = live.care().proposal();
      if (proposal == null) {
        return List.of(new AlertEvent.Proposed(command.actor(), command.comment()));
      }
      if (proposal.actor().name().equals(command.actor().name())) {
        throw Failure.notNow(Refused.SECOND_PERSON_NEEDED.with(command.actor().name()));
      }
    }
    events.add(new AlertEvent.ResolvedByHand(command.actor(), now));
    if (live.told() != null && verdict != null) {
      events.add(new AlertEvent.MailDue(NoticeKind.RECOVERED, verdict, now));
    }
    return events;
  }

  private static void needed(String field, String text) {
    if (text.isBlank()) {
      throw Failure.invalid(List.of(new Violation(field, "", Expected.SOME_WORDS.with())));
    }
  }

  private void within(String field, LocalDate day, int days) {
    LocalDate today = rules.day(now);
    LocalDate last = today.plusDays(days);
    if (day.isBefore(today) || day.isAfter(last)) {
      throw Failure.invalid(
          List.of(new Violation(field, day.toString(), Expected.DATE_BETWEEN.with(today, last))));
    }
  }
}
