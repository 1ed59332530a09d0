package io.waymark.sheets.form;

import java.util.List;

/** The subjects of which the bureau may report. */
public interface Directory {
  /** What was found. */
  sealed interface Found {
    /** The one that is meant. */
    record One(Subject subject) implements Found {}

    /** None of the bureau's, whether or not it exists. */
    record None() implements Found {}

    /** A name that several have. */
    record Several(List<String> ids) implements Found {}
  }

  /** Looks up what a row says: an id, or a name in either language. */
  Found find(String idOrName);
}
