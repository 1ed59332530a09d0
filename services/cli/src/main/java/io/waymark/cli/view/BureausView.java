package io.waymark.cli.view;

import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.Contact;
import io.waymark.proto.registry.v1.Delegate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bureaus as the trees that they form. */
public final class BureausView {
  private final View view;
  private final Words words;
  private final LocalDate today;
  private final boolean contacts;

  /** For one reader; with contacts if wanted. */
  public BureausView(View view, LocalDate today, boolean contacts) {
    this.view = view;
    this.words = view.words();
    this.today = today;
    this.contacts = contacts;
  }

  /** Each bureau below its superior. */
  public String render(List<Bureau> bureaus) {
    if (bureaus.isEmpty()) {
      return words.get("bureaus.none") + "\n";
    }
    Map<String, List<Bureau>> below = new HashMap<>();
    bureaus.forEach(bureau ->
        below.computeIfAbsent(bureau.getParentBureauId(), id -> new ArrayList<>()).add(bureau));
    StringBuilder text = new StringBuilder();
    for (Bureau top : below.getOrDefault("", List.of())) {
      text.append(line(top)).append('\n');
      people(text, top, "");
      branches(text, below, top, "");
    }
    return text.toString();
  }

  private void branches(
      StringBuilder text, Map<String, List<Bureau>> below, Bureau above, String indent) {
    List<Bureau> parts = below.getOrDefault(above.getBureauId(), List.of());
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      text.append(indent).append(last ? "└─ " : "├─ ").append(line(parts.get(i))).append('\n');
      String deeper = indent + (last ? "   " : "│  ");
      people(text, parts.get(i), deeper);
      branches(text, below, parts.get(i), deeper);
    }
  }

  private String line(Bureau bureau) {
    String level = words.getOr("bureaus." + bureau.getLevel().name(), "");
    String name = words.language().of(bureau.getName());
    return (name
            + "  "
            + view.faint(
                (bureau.getBureauId()
                        + (level.isEmpty() ? "" : "  " + level)
                        + "  "
                        + String.join(", ", bureau.getEmailsList()))
                    .strip()))
        .strip();
  }

  private void people(StringBuilder text, Bureau bureau, String indent) {
    for (Delegate delegate : bureau.getDelegatesList()) {
      if (standsIn(delegate)) {
        text.append(indent)
            .append("   ")
            .append(
                words.get(
                    delegate.getUntil().isEmpty() ? "bureaus.standsInOpen" : "bureaus.standsIn",
                    delegate.getBureauId().isEmpty()
                        ? delegate.getName() + " " + delegate.getEmail()
                        : delegate.getBureauId(),
                    delegate.getFrom(),
                    delegate.getUntil()))
            .append('\n');
      }
    }
    if (contacts) {
      for (Contact contact : bureau.getContactsList()) {
        String all =
            String.join(
                "  ", contact.getName(), contact.getRole(), contact.getEmail(), contact.getPhone());
        text.append(indent).append("   ").append(all.strip()).append('\n');
      }
    }
  }

  private boolean standsIn(Delegate delegate) {
    return delegate.getFrom().compareTo(today.toString()) <= 0
        && (delegate.getUntil().isEmpty() || delegate.getUntil().compareTo(today.toString()) > 0);
  }
}
