package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A city on a clock that is moved by hand; every mail is a line of a log. */
final class City {
  final MutableClock clock;
  final MemoryAlertStore store = new MemoryAlertStore(this::system);
  final List<Mailing> mailings = new ArrayList<>();
  final List<Circular> circulars = new ArrayList<>();
  final AlertDesk desk;
  private final Map<SubjectKey, Long> versions = new HashMap<>();
  private final Map<SubjectKey, Long> duties = new HashMap<>();
  private Instant waited = Instant.EPOCH;

  City(String now) {
    this(now, mailing -> mailing.recipients().stream().map(to -> mail(mailing, to)).toList());
  }

  /** A city whose mails are written by somebody. */
  City(String now, LetterWriter writer) {
    clock = MutableClock.at(now);
    desk =
        new AlertDesk(
            mailing -> {
              mailings.add(mailing);
              return writer.write(mailing);
            },
            circular -> {
              circulars.add(circular);
              return List.of();
            },
            TestRules.SHIPPED,
            clock,
            this::system);
  }

  private Instant system() {
    return clock.instant().plus(Duration.between(Instant.EPOCH, waited));
  }

  City bureau(String id, String parent, String... emails) {
    Bureau bureau = new Bureau(id, 1, new Text(id, id), parent, Arrays.asList(emails), Language.ZH);
    desk.bureausChanged(store, List.of(bureau));
    return this;
  }

  /** Judges, and waits until what gathers has gone out. */
  City judge(Verdicts... verdicts) {
    judgeAtOnce(verdicts);
    settle();
    return this;
  }

  City judgeAtOnce(Verdicts... verdicts) {
    desk.judged(
        store,
        Arrays.stream(verdicts)
            .map(verdict -> {
              SubjectKey subject = verdict.build().subject();
              long version = versions.merge(subject, 1L, Long::sum);
              return new SubjectJudged(
                  verdict.version(version).build(), "event", clock.instant(), system());
            })
            .toList());
    return this;
  }

  /** The registry says which report a subject owes next; a month's, by the usual rule. */
  City owes(SubjectKey subject, @Nullable String month, String due, String closes) {
    OwedReport report = null;
    if (month != null) {
      YearMonth of = YearMonth.parse(month);
      report =
          new OwedReport(
              "monthly",
              of.atDay(1),
              of.atEndOfMonth(),
              LocalDate.parse(due),
              LocalDate.parse(closes));
    }
    long version = duties.merge(subject, 1L, Long::sum);
    DutyTold told = new DutyTold(version, report, "duty-" + version, clock.instant(), system());
    desk.dutiesTold(store, Map.of(subject, List.of(told)));
    settle();
    return this;
  }

  void settle() {
    waited = waited.plus(Window.LONGEST_WAIT);
    desk.dispatch(store);
  }

  /** Lets time pass, stopping wherever something falls due. */
  City until(String localDateTime) {
    Instant end = LocalDateTime.parse(localDateTime).atZone(TestRules.ZONE).toInstant();
    while (true) {
      Instant next = store.nextDue().orElse(Instant.MAX);
      if (next.isAfter(end)) {
        break;
      }
      if (next.isAfter(clock.instant())) {
        clock.set(next);
      }
      int due = desk.timeCame(store);
      settle();
      if (due == 0 && !store.nextDue().orElse(Instant.MAX).isAfter(clock.instant())) {
        // A pause between two mails: a minute later it may go.
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
      }
    }
    clock.set(end);
    return this;
  }

  City obey(SubjectKey subject, AlertCommand.ByHand command) {
    desk.obey(store, alert(subject).alertId(), command, true);
    settle();
    return this;
  }

  Alert alert(SubjectKey subject) {
    AlertState state = store.lock(List.of(subject)).get(subject);
    return Objects.requireNonNull(Objects.requireNonNull(state).alert());
  }

  /** Every mailing: day, kinds of its notices, and who got it. */
  List<String> log() {
    return mailings.stream().map(City::line).toList();
  }

  private static String line(Mailing mailing) {
    String what =
        mailing.kind() == Mailing.Kind.IMMEDIATE
            ? mailing.notices().stream()
                .map(notice -> notice.kind().name())
                .collect(Collectors.joining("+"))
            : mailing.kind() + " of " + mailing.notices().size();
    String to = names(mailing, Recipient.Role.TO);
    String cc = names(mailing, Recipient.Role.CC);
    return LocalDateTime.ofInstant(mailing.at(), TestRules.ZONE).toLocalDate()
        + " "
        + what
        + " to "
        + to
        + (cc.isEmpty() ? "" : " cc " + cc);
  }

  private static String names(Mailing mailing, Recipient.Role role) {
    return mailing.recipients().stream()
        .filter(recipient -> recipient.role() == role)
        .map(recipient -> recipient.address().replaceFirst("@.*", ""))
        .collect(Collectors.joining(","));
  }

  private static OutgoingMail mail(Mailing mailing, Recipient to) {
    String id = AlertIds.mail(mailing.mailingId(), to.address());
    Alert first = mailing.notices().isEmpty() ? null : mailing.first().alert();
    return new OutgoingMail(
        id,
        "<" + id + "@x>",
        mailing.threads().getOrDefault(to.address(), ""),
        first == null ? "" : first.alertId(),
        first == null ? "" : first.transitionId(),
        mailing.bureau().bureauId(),
        to.address(),
        to.language(),
        mailing.kind().name(),
        "",
        "",
        mailing.at(),
        mailing.causeEventAt(),
        mailing.arrivedAt(),
        mailing.notices().stream().map(notice -> notice.alert().alertId()).distinct().toList());
  }
}
