package io.waymark.cli.view;

import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import java.time.ZoneId;

/** Whether a stored judgement comes out of its inputs again. */
public final class VerificationView {
  private static final int SHOWN = 10;
  private static final int COLUMNS = 40;

  private final View view;
  private final Words words;
  private final Times times;

  /** For one reader in one zone. */
  public VerificationView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
  }

  /** The outcome, the bytes, and where they differ. */
  public String render(VerifyJudgementResponse reply) {
    StringBuilder page = new StringBuilder();
    if (reply.hasJudgement()) {
      page.append(new JudgementView(view).title(reply.getJudgement())).append('\n');
      page.append(
          view.faint(
              words.get(
                  "explain.judgement",
                  reply.getJudgement().getJudgementId(),
                  times.minute(reply.getJudgement().getRecordedAt()))));
      page.append("\n\n");
    }
    page.append(mark(reply)).append(words.language().of(reply.getWords())).append('\n');
    page.append(digests(reply).render(view.style()));
    if (reply.getDifferencesCount() > 0) {
      page.append('\n').append(differences(reply).render(view.style()));
    }
    return page.toString();
  }

  private String mark(VerifyJudgementResponse reply) {
    return switch (reply.getVerification()) {
      case VERIFICATION_SAME -> view.style().paint(Tone.GREEN, "✓ ");
      case VERIFICATION_DIFFERS -> view.style().paint(Tone.RED, "✗ ");
      case VERIFICATION_IMPOSSIBLE, VERIFICATION_UNSPECIFIED, UNRECOGNIZED ->
          view.style().paint(Tone.YELLOW, "? ");
    };
  }

  private Table digests(VerifyJudgementResponse reply) {
    Table table = new Table("  ", Align.LEFT, Align.LEFT);
    digest(table, "verify.stored", reply.getStoredSha256());
    digest(table, "verify.recomputed", reply.getRecomputedSha256());
    return table;
  }

  private void digest(Table table, String key, String sha256) {
    if (!sha256.isEmpty()) {
      table.row(words.get(key), "SHA-256 " + sha256);
    }
  }

  private Table differences(VerifyJudgementResponse reply) {
    Table table = new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("verify.field"), words.get("verify.stored"), words.get("verify.recomputed"));
    for (Difference difference :
        reply.getDifferencesList().subList(0, Math.min(SHOWN, reply.getDifferencesCount()))) {
      table.row(difference.getField(), text(difference.getBefore()), text(difference.getAfter()));
    }
    return table;
  }

  private static String text(String value) {
    return value.isEmpty() ? "-" : DisplayWidth.cut(value, COLUMNS);
  }
}
