package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Cause;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.Told;
import io.waymark.alerting.domain.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Says what is different from the last mail. */
final class Changes {
  private final Words words;

  Changes(Words words) {
    this.words = words;
  }

  List<String> since(Notice notice) {
    List<String> lines = new ArrayList<>();
    switch (notice.kind()) {
      case OPENED -> {
        if (!notice.alert().previousAlertId().isEmpty()) {
          lines.add(words.relapse());
        }
      }
      case ESCALATED -> lines.add(words.escalated());
      case RECOVERED -> lines.add(words.recovered(notice.verdict().overall()));
      case UPDATED, REMINDER, SUPERVISION, SUMMONS, SILENT, RESTATED, STANDING -> {}
    }
    Told before = notice.before();
    Told now = notice.alert().told();
    if (before != null && now != null) {
      List<String> parts = new ArrayList<>();
      compare(before, now, notice.verdict(), parts);
      if (!parts.isEmpty()) {
        lines.add(words.sinceLastMail(parts));
      }
    }
    return lines;
  }

  private void compare(Told before, Told now, Verdict verdict, List<String> lines) {
    if (before.chance() != null && now.chance() != null) {
      String was = words.chance(before.chance());
      String is = words.chance(now.chance());
      if (!was.equals(is)) {
        lines.add(words.chanceChanged(was, is));
      }
    }
    shortfall(before, now, verdict, lines);
    boolean otherCause = !before.mainCause().equals(now.mainCause());
    verdict.causes().stream()
        .filter(cause -> otherCause && cause.projectId().equals(verdict.mainCause()))
        .filter(cause -> !cause.projectId().isEmpty())
        .findFirst()
        .map(Cause::name)
        .ifPresent(name -> lines.add(words.causeChanged(Inert.name(name.in(words.language())))));
  }

  private void shortfall(Told before, Told now, Verdict verdict, List<String> lines) {
    if (verdict.target() == null) {
      int was = (int) Math.round(before.shortfall());
      int is = (int) Math.round(now.shortfall());
      if (was != is) {
        lines.add(words.delayChanged(was, is));
      }
      return;
    }
    Figures figures = Figures.of(verdict.target(), words.language());
    String was = figures.distance(before.shortfall());
    String is = figures.distance(now.shortfall());
    if (!was.equals(is)) {
      lines.add(words.shortfallChanged(was, is));
    }
  }
}
