package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.alerting.domain.ProjectFigures;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Verdict;
import org.jspecify.annotations.Nullable;

/** The few words of a subject line: how much, and how likely. */
final class Gist {
  private final Words words;

  Gist(Words words) {
    this.words = words;
  }

  String subject(Notice notice, Letter.Mark mark) {
    Verdict verdict = notice.verdict();
    String name = Inert.name(verdict.name().in(words.language()));
    if (notice.kind() == NoticeKind.RECOVERED) {
      return words.recoveredSubject(mark, name, recovered(verdict));
    }
    boolean silent = notice.alert().care().concern() == Concern.SILENCE;
    return words.subject(mark, verdict.binding(), name, silent ? silence(notice) : of(verdict));
  }

  /** What is missing: how far behind a subject was when it was last heard of is no news. */
  private String silence(Notice notice) {
    OfficialWords official = OfficialWords.of(words.language());
    OwedReport overdue = notice.alert().care().overdue();
    if (overdue != null) {
      return official.owed(overdue);
    }
    TargetFigures target = notice.verdict().target();
    ProjectFigures project = notice.verdict().project();
    return official.nothingSince(
        target != null ? target.valueDate() : project == null ? null : project.percentDate());
  }

  private String of(Verdict verdict) {
    if (verdict.target() != null) {
      return ofTarget(verdict, verdict.target());
    }
    return verdict.project() == null ? lights(verdict) : ofProject(verdict, verdict.project());
  }

  private String ofTarget(Verdict verdict, TargetFigures target) {
    Figures figures = Figures.of(target, words.language());
    String chance = chance(target.pMeet());
    Double expected = target.expectedGap();
    if (expected != null && target.shortfall(expected) > 0) {
      return words.gistExpected(expected > 0, figures.distance(expected), chance);
    }
    Double gap = target.gap();
    if (gap != null && target.shortfall(gap) > 0) {
      return words.gistSchedule(gap > 0, figures.fineDistance(gap), chance);
    }
    return lights(verdict);
  }

  private String ofProject(Verdict verdict, ProjectFigures project) {
    String chance = chance(project.pOnTime());
    Integer delay = project.expectedDelayDays();
    if (delay != null && delay > 0) {
      return words.gistDelay(delay, chance);
    }
    Double behind = project.pointsBehind();
    if (behind != null && behind > 0) {
      return words.gistBehind(words.points(behind), chance);
    }
    return lights(verdict);
  }

  private String recovered(Verdict verdict) {
    Double chance =
        verdict.target() != null
            ? verdict.target().pMeet()
            : verdict.project() == null ? null : verdict.project().pOnTime();
    String word = words.word(verdict.overall());
    return chance == null ? word : words.gistRecovered(word, words.chance(chance));
  }

  private String lights(Verdict verdict) {
    return words.lightsLine(
        verdict.lights().position(), verdict.lights().outlook(), verdict.lights().freshness());
  }

  private String chance(@Nullable Double probability) {
    return probability == null ? "" : words.chance(probability);
  }
}
