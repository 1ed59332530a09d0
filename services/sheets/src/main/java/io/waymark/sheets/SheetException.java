package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.IOException;

/** A file that is not read at all, and why. */
public final class SheetException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Reason reason;

  /** With its reason. */
  public SheetException(Reason reason) {
    super(SheetWords.ENGLISH.say(reason));
    this.reason = reason;
  }

  /** With its reason and what led to it. */
  public SheetException(Reason reason, Throwable cause) {
    super(SheetWords.ENGLISH.say(reason), cause);
    this.reason = reason;
  }

  /** Why, to be said in the reader's language. */
  public Reason reason() {
    return reason;
  }
}
