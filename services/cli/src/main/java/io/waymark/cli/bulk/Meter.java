package io.waymark.cli.bulk;

import io.waymark.cli.Environment;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far long work is: a bar on standard error where a person looks at it, nothing elsewhere. */
public interface Meter extends AutoCloseable {
  /** So many of so many are done. */
  void at(long done, long all);

  @Override
  void close();

  /** A meter for this machine. */
  static Meter on(Environment environment, String task, long all) {
    return environment.errIsTerminal() ? bar(environment, task, all) : silent();
  }

  private static Meter bar(Environment environment, String task, long all) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(all)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(100)
            .setConsumer(new ConsoleProgressBarConsumer(environment.err(), 78))
            .build();
    return new Meter() {
      @Override
      public void at(long done, long most) {
        bar.maxHint(most);
        bar.stepTo(done);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }

  private static Meter silent() {
    return new Meter() {
      @Override
      public void at(long done, long all) {}

      @Override
      public void close() {}
    };
  }
}
