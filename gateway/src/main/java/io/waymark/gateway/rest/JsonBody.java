package io.waymark.gateway.rest;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the body of a request as one JSON object, or says where it breaks. */
final class JsonBody {
  static final int MOST_BYTES = 1 << 20;
  private static final Gson GSON = new Gson();
  private static final Pattern PLACE = Pattern.compile("at (line \\d+ column \\d+)");

  private JsonBody() {}

  static JsonObject read(HttpServletRequest request) throws IOException {
    requireJson(request);
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw tooLarge();
    }
    byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge();
    }
    return bytes.length == 0 ? new JsonObject() : parse(decode(bytes));
  }

  private static void requireJson(HttpServletRequest request) {
    String type = request.getContentType();
    if (type != null && !type.matches("(?i)application/([a-z.+-]+\\+)?json\\b.*")) {
      throw new ProblemException(
          Problem.of(
              415,
              "UNSUPPORTED_MEDIA_TYPE",
              "Content-Type: " + type + " (expected: application/json)"));
    }
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(
            413, "BODY_TOO_LARGE", "The body is larger than %d bytes.".formatted(MOST_BYTES)));
  }

  private static String decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (result.isError()) {
      throw broken("byte " + in.position(), "0x%02x".formatted(bytes[in.position()]), "UTF-8");
    }
    return out.flip().toString();
  }

  private static JsonObject parse(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement parsed = GSON.getAdapter(JsonElement.class).read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw broken("end", "more text", "one JSON object and nothing after it");
      }
      if (!parsed.isJsonObject()) {
        throw broken("line 1 column 1", Faults.given(parsed), "a JSON object");
      }
      return parsed.getAsJsonObject();
    } catch (EOFException _) {
      throw broken("end", "nothing more", "the rest of the JSON object");
    } catch (MalformedJsonException | JsonParseException | NumberFormatException e) {
      throw broken(place(e), message(e), "JSON (RFC 8259)");
    } catch (IOException e) {
      throw broken("body", message(e), "JSON (RFC 8259)");
    }
  }

  private static String place(Exception e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    return place.find() ? place.group(1) : "body";
  }

  private static String message(Exception e) {
    String first =
        Optional.ofNullable(e.getMessage())
            .orElse("unreadable")
            .lines()
            .findFirst()
            .orElse("unreadable");
    return first.replaceAll("^.*Exception: ", "").replaceAll(" at line \\d+ column \\d+.*", "");
  }

  private static ProblemException broken(String place, String given, String expected) {
    return new ProblemException(
        new Problem(
            400,
            "MALFORMED_JSON",
            "The body cannot be read at %s: %s (expected: %s)".formatted(place, given, expected),
            Optional.empty(),
            List.of(new Fault(place, given, expected))));
  }
}
