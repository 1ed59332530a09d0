package io.waymark.cli.command;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import io.waymark.cli.effect.EffectWatch;
import io.waymark.cli.view.EffectView;
import io.waymark.cli.view.View;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows what a report set in motion. The report stands whatever happens here: if the judgements
 * cannot be read, that is said, and the command is still done.
 */
final class Aftermath {
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Shell shell;
  private final Optional<EffectWatch> watch;

  private Aftermath(Shell shell, Optional<EffectWatch> watch) {
    this.shell = shell;
    this.watch = watch;
  }

  /** Looks at what may change, before it does. */
  static Aftermath before(Shell shell, Supplier<EffectWatch> look) {
    try {
      return new Aftermath(shell, Optional.of(look.get()));
    } catch (StatusRuntimeException e) {
      return new Aftermath(shell, Optional.empty());
    }
  }

  /** Prints what changed since the report was accepted. */
  void show(Timestamp acceptedAt) {
    if (watch.isEmpty()) {
      shell.note(shell.words().get("effect.unseen"));
      return;
    }
    try {
      View view = new View(shell.words(), shell.style());
      EffectView effects = new EffectView(view, shell.environment().zone());
      shell.print(effects.render(watch.get().after(acceptedAt)));
    } catch (StatusRuntimeException e) {
      shell.note(shell.words().get("effect.unseen"));
    }
  }
}
