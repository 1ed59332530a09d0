package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.text.Language;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.alerting.v1.PreviewMailRequest;
import io.waymark.proto.alerting.v1.PreviewMailResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a kind of mail looks like, with made-up figures; the kinds where none is named. */
@Command(name = "preview")
final class MailPreviewCommand implements Callable<Integer> {
  private static final String CHART = "cid:chart@waymark";

  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", descriptionKey = "mailKind")
  private String kind = "";

  @Option(names = "--language", paramLabel = "zh|en")
  private @Nullable String language;

  @Option(names = "--text")
  private boolean text;

  @Option(names = "--html", paramLabel = "FILE")
  private @Nullable Path html;

  @Option(names = "--eml", paramLabel = "FILE")
  private @Nullable Path eml;

  MailPreviewCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    PreviewMailRequest request =
        PreviewMailRequest.newBuilder().setKind(kind).setLanguage(language()).build();
    try (Session session = shell.session()) {
      PreviewMailResponse mail = session.services().notifications().previewMail(request);
      mail.getTemplateFaultsList()
          .forEach(fault -> shell.note(words().get("preview.fault", fault)));
      if (html != null) {
        write("--html", html, alone(mail).getBytes(StandardCharsets.UTF_8));
      }
      if (eml != null) {
        write("--eml", eml, mail.getEml().toByteArray());
      }
      if (shell.json()) {
        shell.printJson(mail);
      } else if (kind.isEmpty() && !text && html == null && eml == null) {
        shell.print(kinds(mail));
      } else if (text || (html == null && eml == null)) {
        shell.print(text ? mail.getText() : whole(mail));
      }
    }
    return Problem.DONE;
  }

  private String language() {
    String asked = language;
    if (asked == null) {
      return shell.language() == Language.ZH ? "zh" : "en";
    }
    String word = asked.toLowerCase(Locale.ROOT);
    if (!word.equals("zh") && !word.equals("en")) {
      throw SilenceCommand.unknown(shell, "--language", asked, "zh, en");
    }
    return word;
  }

  /** A file that shows its chart without a mail around it. */
  private static String alone(PreviewMailResponse mail) {
    byte[] png = mail.getChart().toByteArray();
    return png.length == 0
        ? mail.getHtml()
        : mail.getHtml()
            .replace(CHART, "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  private String whole(PreviewMailResponse mail) {
    Table head = new Table("", Align.LEFT, Align.LEFT);
    head.row(words().get("mails.subject"), mail.getSubject());
    return head.render(shell.style()) + "\n" + mail.getText();
  }

  private String kinds(PreviewMailResponse mail) {
    Table table = new Table("", Align.LEFT, Align.LEFT);
    mail.getKindsList().forEach(one -> table.row(one, words().getOr("mailKind." + one, "-")));
    return table.render(shell.style()) + words().get("preview.more") + "\n";
  }

  private void write(String option, Path file, byte[] bytes) {
    Path target = shell.environment().workingDirectory().resolve(file);
    try {
      Files.write(target, bytes);
    } catch (IOException e) {
      throw Problem.refused(
          words().get("fault", option, target, words().get("expected.writable")),
          words().get("next.html"));
    }
    shell.note(words().get("note.written", target));
  }

  private Words words() {
    return shell.words();
  }
}
