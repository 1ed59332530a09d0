package io.waymark.cli.view;

import com.google.protobuf.util.Timestamps;
import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * A past day by both clocks: what was held of it then, beside what is now true of it; then the
 * latter in full.
 */
public final class TwoClocksView {
  private final View view;
  private final Words words;
  private final Times times;

  /** For one reader in one zone. */
  public TwoClocksView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
  }

  /** Both answers. */
  public String render(GetJudgementResponse reply) {
    Judgement now = reply.getJudgement();
    StringBuilder page = new StringBuilder();
    page.append(new JudgementView(view).title(now)).append("\n\n");
    if (reply.hasHeld()) {
      page.append(beside(reply).render(view.style())).append('\n');
      String verdict = reply.getDifferencesCount() == 0 ? "clocks.same" : "clocks.differ";
      page.append(words.get(verdict)).append('\n');
      page.append(view.faint(words.get("clocks.explainHeld", reply.getHeld().getJudgementId())));
      page.append("\n\n");
    } else {
      page.append(words.get("clocks.nothingHeld", now.getAsOf())).append("\n\n");
    }
    page.append(
        view.strong(words.get("clocks.nowFull", now.getAsOf(), times.minute(reply.getKnownAt()))));
    return page.append('\n').append(new JudgementView(view).body(now, question(reply))).toString();
  }

  /** The same question again, to the instant. */
  private static String question(GetJudgementResponse reply) {
    return reply.getJudgement().getSubjectId()
        + " --as-of "
        + reply.getJudgement().getAsOf()
        + " --known-at "
        + Timestamps.toString(reply.getKnownAt());
  }

  private Table beside(GetJudgementResponse reply) {
    Judgement held = reply.getHeld();
    Judgement now = reply.getJudgement();
    Table table = new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        "", words.get("clocks.held", now.getAsOf()), words.get("clocks.now", now.getAsOf()), "");
    lights(table, "judge.overall", held, now, Lights::getOverall);
    lights(table, "judge.position", held, now, Lights::getPosition);
    lights(table, "judge.outlook", held, now, Lights::getOutlook);
    lights(table, "judge.freshness", held, now, Lights::getFreshness);
    boolean project = now.getKind() == SubjectKind.SUBJECT_KIND_PROJECT;
    Gist gist = new Gist(view);
    texts(
        table,
        project ? "figure.percent" : "history.figure",
        gist.datedFigure(held),
        gist.datedFigure(now));
    texts(table, project ? "figure.plannedFinish" : "figure.target", gist.aim(held), gist.aim(now));
    texts(table, project ? "figure.pOnTime" : "figure.pMeet", gist.chance(held), gist.chance(now));
    table.row(
        words.get("clocks.judged"),
        words.get("clocks.recorded", times.minute(held.getRecordedAt()), held.getAsOf()),
        words.get("clocks.afresh", times.minute(reply.getKnownAt())),
        "");
    return table;
  }

  private void lights(
      Table table, String key, Judgement held, Judgement now, Function<Lights, Light> light) {
    Light was = light.apply(held.getLights());
    Light is = light.apply(now.getLights());
    table.row(
        Cell.of(words.get(key)),
        LightWords.cell(was, words),
        LightWords.cell(is, words),
        mark(was.equals(is)));
  }

  private void texts(Table table, String key, String held, String now) {
    table.row(Cell.of(words.get(key)), Cell.of(held), Cell.of(now), mark(held.equals(now)));
  }

  private static Cell mark(boolean same) {
    return new Cell(same ? "" : "≠", Tone.STRONG);
  }
}
