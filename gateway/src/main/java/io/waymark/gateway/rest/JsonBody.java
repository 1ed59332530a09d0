package io.waymark.gateway.rest;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.waymark.gateway.grpc.GrpcDoor;
import io.waymark.refusals.Expectation;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the body of a request as one JSON object, or says where it breaks. */
final class JsonBody {
  /**
   * As much as one call of gRPC takes: what JSON says in so many bytes, a message says in fewer.
   */
  static final int MOST_BYTES = GrpcDoor.MOST_BYTES;

  /** A body beyond this is read only while few others are: as JSON it takes many times its size. */
  private static final int MANY_BYTES = 1 << 20;

  private static final Semaphore LARGE = new Semaphore(2);
  private static final int SHOWN = 30;
  private static final Gson GSON = new Gson();
  private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

  private JsonBody() {}

  static JsonObject read(HttpServletRequest request) throws IOException {
    requireJson(request);
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw tooLarge();
    }
    byte[] begun = request.getInputStream().readNBytes(MANY_BYTES);
    if (begun.length < MANY_BYTES) {
      return begun.length == 0 ? new JsonObject() : parse(decode(begun));
    }
    if (!LARGE.tryAcquire()) {
      throw new ProblemException(Problem.of(503, Refused.BUSY.with()));
    }
    try {
      return parse(decode(large(begun, request)));
    } finally {
      LARGE.release();
    }
  }

  private static byte[] large(byte[] begun, HttpServletRequest request) throws IOException {
    byte[] rest = request.getInputStream().readNBytes(MOST_BYTES + 1 - begun.length);
    if (begun.length + rest.length > MOST_BYTES) {
      throw tooLarge();
    }
    byte[] whole = Arrays.copyOf(begun, begun.length + rest.length);
    System.arraycopy(rest, 0, whole, begun.length, rest.length);
    return whole;
  }

  private static void requireJson(HttpServletRequest request) {
    String type = request.getContentType();
    if (type != null && !type.matches("(?i)application/([a-z.+-]+\\+)?json\\b.*")) {
      throw new ProblemException(Problem.of(415, Refused.UNSUPPORTED_MEDIA_TYPE.with(type)));
    }
  }

  private static ProblemException tooLarge() {
    return new ProblemException(Problem.of(413, Refused.BODY_TOO_LARGE.with(MOST_BYTES)));
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
      int place = in.position();
      throw broken("0x%02x".formatted(bytes[place]), Expected.UTF8.with(place));
    }
    return out.flip().toString();
  }

  private static JsonObject parse(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement parsed = GSON.getAdapter(JsonElement.class).read(reader);
      if (hasMore(reader)) {
        throw broken(near(text, text.length()), Expected.NOTHING_MORE.with());
      }
      if (!parsed.isJsonObject()) {
        throw broken(Faults.given(parsed), Expected.JSON_OBJECT.with());
      }
      return parsed.getAsJsonObject();
    } catch (EOFException _) {
      throw broken(near(text, text.length()), Expected.REST_OF_JSON.with());
    } catch (IOException | JsonParseException | NumberFormatException e) {
      throw brokenAt(text, e);
    }
  }

  private static boolean hasMore(JsonReader reader) throws IOException {
    try {
      return reader.peek() != JsonToken.END_DOCUMENT;
    } catch (MalformedJsonException _) {
      return true;
    }
  }

  private static ProblemException brokenAt(String text, Exception e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    int line = place.find() ? Integer.parseInt(place.group(1)) : 1;
    int column = place.hasMatch() ? Integer.parseInt(place.group(2)) : 1;
    String broken = text.lines().skip(line - 1L).findFirst().orElse("");
    return broken(near(broken, column), Expected.JSON.with(line, column));
  }

  /** What stands before a place: it says more than any sentence of why it cannot be read. */
  private static String near(String text, int end) {
    int until = Math.min(end, text.length());
    return text.substring(Math.max(0, until - SHOWN), until).strip();
  }

  private static ProblemException broken(String given, Expectation expected) {
    return new ProblemException(Problem.malformed(new Fault("body", given, expected)));
  }
}
