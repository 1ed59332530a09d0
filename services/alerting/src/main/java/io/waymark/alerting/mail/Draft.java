package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter while it is written; what is not written stays empty. */
final class Draft {
  private final Words words;
  final Letter.Mark mark;
  String subject = "";
  String kindWord = "";
  String name = "";
  String sentence = "";
  String otherSentence = "";
  String otherwise = "";
  String report = "";
  String askTitle = "";
  String url = "";
  Letter.@Nullable Picture picture;
  List<Letter.Row> causes = List.of();
  List<Letter.Row> figures = List.of();
  List<Letter.Row> arithmetic = List.of();
  final List<String> warnings = new ArrayList<>();
  final List<String> changes = new ArrayList<>();
  final List<Letter.Group> items = new ArrayList<>();
  final List<String> asks = new ArrayList<>();
  final List<Letter.Button> buttons = new ArrayList<>();
  final List<String> smallPrint = new ArrayList<>();

  Draft(Words words, Letter.Mark mark) {
    this.words = words;
    this.mark = mark;
  }

  Letter letter() {
    Language language = words.language();
    return new Letter(
        language.code(),
        Inert.line(subject, Composer.SUBJECT),
        mark,
        kindWord,
        name,
        List.copyOf(warnings),
        sentence,
        List.copyOf(changes),
        List.copyOf(items),
        picture,
        words.causesTitle(),
        causes,
        report,
        askTitle,
        List.copyOf(asks),
        otherwise,
        List.copyOf(buttons),
        words.board(),
        url,
        words.figuresTitle(),
        figures,
        words.arithmeticTitle(),
        arithmetic,
        List.copyOf(smallPrint),
        language.other().code(),
        otherSentence);
  }
}
