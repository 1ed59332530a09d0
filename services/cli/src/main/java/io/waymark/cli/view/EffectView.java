package io.waymark.cli.view;

import io.waymark.cli.effect.Effect;
import io.waymark.cli.effect.Effect.Change;
import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.ZoneId;

/** What happened since a report was accepted. */
public final class EffectView {
  private final View view;
  private final Words words;
  private final AlertsView mails;

  /** For one reader. */
  public EffectView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.mails = new AlertsView(view, zone);
  }

  /** New judgements first, then the mails about them. */
  public String render(Effect effect) {
    if (effect.changes().isEmpty()) {
      return words.get("effect.none", effect.watched()) + "\n";
    }
    StringBuilder page = new StringBuilder();
    effect.changes().forEach(change -> page.append('\n').append(change(change)));
    page.append('\n');
    if (effect.mails().isEmpty()) {
      boolean turned = effect.changes().stream().anyMatch(Change::turned);
      String why = words.get(turned ? "effect.mailLater" : "effect.noMail");
      return page.append(why).append('\n').toString();
    }
    effect.mails().forEach(mail -> page.append(mail(mail)));
    return page.append(view.faint(words.get("effect.moreMail"))).append('\n').toString();
  }

  private String change(Change change) {
    Judgement now = change.now();
    String lights = painted(LightWords.cell(now.getLights().getOverall(), words));
    if (change.turned() && change.before().getVersion() > 0) {
      Cell before = LightWords.cell(change.before().getLights().getOverall(), words);
      lights = painted(before) + " → " + lights;
    }
    StringBuilder text = new StringBuilder(lights);
    text.append("  ").append(view.strong(words.language().of(now.getSubjectName())));
    text.append("  ").append(view.faint(now.getSubjectId()));
    if (now.getSimulated()) {
      text.append("  ").append(view.style().paint(Tone.YELLOW, words.get("label.simulatedShort")));
    }
    text.append("\n    ").append(words.language().of(now.getSentence())).append('\n');
    return text.append(chance(change)).toString();
  }

  private String chance(Change change) {
    if (!change.before().hasOutlook() || !change.now().hasOutlook()) {
      return "";
    }
    String before = view.figures().probability(change.before().getOutlook().getPMeet());
    String now = view.figures().probability(change.now().getOutlook().getPMeet());
    return before.equals(now)
        ? ""
        : "    " + view.faint(words.get("effect.chance", before, now)) + "\n";
  }

  private String mail(Mail mail) {
    return words.get("effect.mail", mail.getRecipient(), painted(mails.delivery(mail.getStatus())))
        + "\n    "
        + mail.getSubject()
        + "\n";
  }

  private String painted(Cell cell) {
    return view.style().paint(cell.tone(), cell.text());
  }
}
