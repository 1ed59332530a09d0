package io.waymark.cli.view;

import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.ExplanationStep;

/** The arithmetic of a judgement, step by step. */
public final class ExplanationView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public ExplanationView(View view) {
    this.view = view;
    this.words = view.words();
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
    return page.toString();
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
