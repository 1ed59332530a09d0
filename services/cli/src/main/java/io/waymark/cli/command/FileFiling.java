package io.waymark.cli.command;

import com.google.protobuf.Message;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.text.Words;
import io.waymark.sheets.Limits;
import io.waymark.sheets.SheetException;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.filing.Landing;
import io.waymark.sheets.form.Batch;
import io.waymark.sheets.form.Batch.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Hands a file in: reads it, sends what is good, and says what became of every row. */
final class FileFiling<R extends Message> {
  /** Reads a file that is open. */
  interface Reader<R> {
    /** What it says. */
    Batch<R> read(SheetFile file) throws IOException;
  }

  /** Sends rows. */
  interface Sender<R> {
    /** What became of them. */
    Landing send(List<Item<R>> items, Landing.Listener listener);
  }

  private final Shell shell;
  private final Words words;
  private final String meterKey;
  private final Reader<R> reader;
  private final Sender<R> sender;
  private final Function<R, List<String>> shown;

  FileFiling(
      Shell shell,
      String meterKey,
      Reader<R> reader,
      Sender<R> sender,
      Function<R, List<String>> shown) {
    this.shell = shell;
    this.words = shell.words();
    this.meterKey = meterKey;
    this.reader = reader;
    this.sender = sender;
    this.shown = shown;
  }

  int run(Path path, boolean dryRun) {
    Batch<R> batch = read(path);
    FileResult result = new FileResult(shell, path);
    batch.notices().forEach(notice -> shell.note(shell.sheetWords().say(notice)));
    if (dryRun) {
      return result.wouldLand(batch, shown);
    }
    if (batch.isHopeless()) {
      return result.hopeless(batch);
    }
    Landing landing;
    int all = batch.items().size();
    try (Meter meter = Meter.on(shell.environment(), words.get(meterKey), all)) {
      landing = all == 0 ? Landing.NONE : sender.send(batch.items(), listener(result, meter));
    }
    return result.finish(batch, landing);
  }

  private static Landing.Listener listener(FileResult result, Meter meter) {
    return new Landing.Listener() {
      @Override
      public void landed(Item<?> item, String id) {
        result.landed(item, id);
      }

      @Override
      public void at(int done, int all) {
        meter.at(done, all);
      }
    };
  }

  private Batch<R> read(Path path) {
    try (SheetFile file = SheetFile.open(path, Limits.DEFAULT)) {
      return reader.read(file);
    } catch (SheetException e) {
      throw refused(path, e);
    } catch (IOException e) {
      throw Problem.usage(
          List.of(words.get("fault", "-f", path, words.get("expected.csv"))),
          words.get("next.csv"));
    }
  }

  private ProblemException refused(Path path, SheetException failure) {
    SheetWords said = shell.sheetWords();
    String line = path.getFileName() + ": " + said.say(failure.reason());
    return failure.reason().key().equals("form.noRows")
        ? Problem.refused(line, words.get("next.csv"))
        : Problem.usage(List.of(line), words.get("next.csv"));
  }
}
