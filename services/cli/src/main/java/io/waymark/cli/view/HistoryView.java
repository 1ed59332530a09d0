package io.waymark.cli.view;

import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All judgements of one subject by both clocks; what is no longer held of a day is struck. */
public final class HistoryView {
  private final View view;
  private final Words words;
  private final Times times;

  /** For one reader in one zone. */
  public HistoryView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
  }

  /**
   * The list, and why the past was restated.
   *
   * @param judgements the one recorded last first
   */
  public String render(List<Judgement> judgements) {
    if (judgements.isEmpty()) {
      return words.get("history.none") + "\n";
    }
    StringBuilder page = new StringBuilder();
    page.append(new JudgementView(view).name(judgements.getFirst())).append("\n\n");
    page.append(table(judgements).render(view.style()));
    String causes = causes(judgements);
    if (!causes.isEmpty()) {
      page.append('\n').append(view.strong(words.get("history.why"))).append('\n').append(causes);
    }
    return page.append('\n').append(view.faint(words.get("history.more"))).append('\n').toString();
  }

  private Table table(List<Judgement> judgements) {
    Align left = Align.LEFT;
    Table table = new Table("  ", left, left, left, Align.RIGHT, Align.RIGHT, left, left);
    table.heading(
        words.get("history.asOf"),
        words.get("history.recorded"),
        words.get("judge.overall"),
        words.get("history.figure"),
        words.get("history.chance"),
        words.get("history.standing"),
        words.get("history.id"));
    Map<String, Judgement> restatedBy = restatedBy(judgements);
    String inForce = inForce(judgements);
    Gist gist = new Gist(view);
    for (Judgement judgement : judgements) {
      Optional<Judgement> by = Optional.ofNullable(restatedBy.get(judgement.getJudgementId()));
      Tone tone = by.isPresent() ? Tone.STRUCK : Tone.PLAIN;
      table.row(
          new Cell(judgement.getAsOf(), tone),
          new Cell(times.minute(judgement.getRecordedAt()), tone),
          light(judgement, by.isPresent()),
          new Cell(gist.figure(judgement), tone),
          new Cell(gist.chance(judgement), tone),
          standing(judgement, by, judgement.getJudgementId().equals(inForce)),
          new Cell(judgement.getJudgementId(), Tone.FAINT));
    }
    return table;
  }

  /** By the id of a judgement that is no longer held: the one that took its place. */
  private static Map<String, Judgement> restatedBy(List<Judgement> judgements) {
    Map<String, Judgement> by = new HashMap<>();
    judgements.stream()
        .filter(judgement -> !judgement.getRestatesJudgementId().isEmpty())
        .forEach(judgement -> by.put(judgement.getRestatesJudgementId(), judgement));
    return by;
  }

  /** The newest that restates nothing. */
  private static String inForce(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.getRestatesJudgementId().isEmpty())
        .findFirst()
        .map(Judgement::getJudgementId)
        .orElse("");
  }

  private Cell light(Judgement judgement, boolean struck) {
    Light light = judgement.getLights().getOverall();
    Cell cell = LightWords.cell(light, words);
    return struck ? new Cell(cell.text(), Tone.STRUCK) : cell;
  }

  private Cell standing(Judgement judgement, Optional<Judgement> by, boolean inForce) {
    if (inForce) {
      return new Cell(words.get("history.inForce"), Tone.STRONG);
    }
    if (by.isPresent()) {
      return new Cell(
          words.get("history.restated", times.minute(by.get().getRecordedAt())), Tone.FAINT);
    }
    boolean restates = !judgement.getRestatesJudgementId().isEmpty();
    return Cell.of(restates ? words.get("history.restates") : "");
  }

  /** Each late or corrected figure once, newest first, with the days that it restated. */
  private String causes(List<Judgement> judgements) {
    Map<String, Integer> days = new LinkedHashMap<>();
    Map<String, Judgement> first = new HashMap<>();
    for (Judgement judgement : judgements) {
      if (!judgement.getRestatesJudgementId().isEmpty()) {
        days.merge(judgement.getCauseEventId(), 1, Integer::sum);
        first.putIfAbsent(judgement.getCauseEventId(), judgement);
      }
    }
    StringBuilder lines = new StringBuilder();
    days.forEach((event, count) -> {
      Judgement judgement = first.get(event);
      if (judgement != null) {
        lines
            .append("  ↺ ")
            .append(times.minute(judgement.getRecordedAt()))
            .append("  ")
            .append(words.language().of(judgement.getCause()))
            .append(view.faint(words.get("history.days", String.valueOf(count), event)))
            .append('\n');
      }
    });
    return lines.toString();
  }
}
