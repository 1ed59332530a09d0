package io.waymark.cli.view;

import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.ZoneId;

/** The arithmetic of a judgement, step by step. */
public final class ExplanationView {
  private final View view;
  private final Words words;
  private final Times times;

  /** For one reader in one zone. */
  public ExplanationView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
  }

  /** The steps under the subject's title, grouped by part. */
  public String render(ExplainJudgementResponse reply) {
    StringBuilder page = new StringBuilder();
    page.append(new JudgementView(view).title(reply.getJudgement())).append('\n');
    String part = "";
    for (ExplanationStep step : reply.getStepsList()) {
      if (!step.getPart().equals(part)) {
        part = step.getPart();
        String heading = words.getOr("step." + part, part);
        page.append('\n').append(view.strong(heading)).append('\n');
      }
      append(page, step);
    }
    return page.append('\n').append(footer(reply.getJudgement())).toString();
  }

  /** What it stands on, and how to have it recomputed: only what is stored can be. */
  private String footer(Judgement judgement) {
    String standsOn = new JudgementView(view).standsOn(judgement);
    String id = judgement.getJudgementId();
    if (id.isEmpty()) {
      return standsOn + view.faint(words.get("explain.afresh")) + "\n";
    }
    String recorded = words.get("explain.judgement", id, times.minute(judgement.getRecordedAt()));
    return standsOn
        + view.faint(recorded)
        + "\n"
        + view.faint(words.get("explain.verify", id))
        + "\n";
  }

  private void append(StringBuilder page, ExplanationStep step) {
    page.append("  ").append(words.language().of(step.getLabel())).append('\n');
    if (!step.getArithmetic().isEmpty()) {
      page.append("    ").append(view.faint(step.getArithmetic())).append('\n');
    }
    String result = words.language().of(step.getResult());
    if (!result.isEmpty()) {
      page.append("    → ").append(result).append('\n');
    }
  }
}
