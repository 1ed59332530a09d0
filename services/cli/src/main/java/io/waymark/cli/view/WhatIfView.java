package io.waymark.cli.view;

import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.Figures;
import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.alerting.v1.AlertPreview;
import io.waymark.proto.alerting.v1.MailPreview;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.WhatIfChange;
import io.waymark.proto.indicator.v1.WhatIfResponse;

/** Before and after of what would change, and the mails that would go out. */
public final class WhatIfView {
  private static final int NAME_COLUMNS = 32;

  private final View view;
  private final Words words;

  /** For one reader. */
  public WhatIfView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** The whole page; it says first that nothing was written. */
  public String render(WhatIfResponse reply, PreviewAlertsResponse alerts) {
    String heading = words.get("whatIf.heading", reply.getAsOf(), reply.getJudged());
    StringBuilder page = new StringBuilder(view.strong(heading)).append('\n');
    if (reply.getChangesCount() == 0) {
      return page.append(words.get("whatIf.none")).append('\n').toString();
    }
    page.append('\n').append(changes(reply));
    reply
        .getChangesList()
        .forEach(change ->
            page.append("\n  ").append(words.language().of(change.getAfter().getSentence())));
    return page.append("\n\n").append(mails(alerts)).toString();
  }

  private String changes(WhatIfResponse reply) {
    Table table =
        new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT);
    table.heading(
        words.get("overview.subject"),
        words.get("whatIf.before"),
        "",
        words.get("whatIf.after"),
        words.get("overview.chance"),
        words.get("whatIf.expected"));
    reply.getChangesList().forEach(change -> row(table, change));
    return table.render(view.style());
  }

  private void row(Table table, WhatIfChange change) {
    Judgement was = change.getBefore();
    Judgement is = change.getAfter();
    Light before = was.getLights().getOverall();
    Light after = is.getLights().getOverall();
    String name = words.language().of(is.getSubjectName());
    table.row(
        Cell.of(DisplayWidth.cut(name, NAME_COLUMNS)),
        LightWords.cell(before, words),
        Cell.of(before == after ? "" : "→"),
        before == after ? Cell.of("") : LightWords.cell(after, words),
        Cell.of(pair(chance(was), chance(is))),
        Cell.of(pair(expected(was), expected(is))));
  }

  private static String pair(String before, String after) {
    return before.equals(after) ? after : before + " → " + after;
  }

  private String chance(Judgement judgement) {
    if (judgement.hasOutlook()) {
      return view.figures().probability(judgement.getOutlook().getPMeet());
    }
    return judgement.getProject().hasPOnTime()
        ? view.figures().probability(judgement.getProject().getPOnTime())
        : "-";
  }

  /** The median: of a figure at its due date, or of a finish. */
  private String expected(Judgement judgement) {
    if (judgement.hasOutlook()) {
      TargetFigures its = judgement.getTarget();
      int digits = Figures.digits(its.getValue(), its.getTargetValue(), its.getBaseValue());
      String unit = words.language().of(its.getUnit());
      return view.figures().computed(judgement.getOutlook().getAtDue().getP50(), digits, unit);
    }
    return View.date(judgement.getProject().getFinishP50());
  }

  private String mails(PreviewAlertsResponse alerts) {
    StringBuilder text = new StringBuilder();
    for (AlertPreview alert : alerts.getAlertsList()) {
      for (MailPreview mail : alert.getMailsList()) {
        text.append(words.get("whatIf.mail", mail.getRecipient())).append("\n    ");
        text.append(mail.getSubject()).append('\n');
      }
      if (alert.getWaitsForBureau()) {
        text.append(words.get("whatIf.waits", alert.getSubjectId(), alert.getLeadBureauId()));
        text.append('\n');
      }
    }
    String said = text.isEmpty() ? words.get("whatIf.noMail") + "\n" : text.toString();
    return said + view.style().paint(Tone.FAINT, words.get("whatIf.nothing")) + "\n";
  }
}
