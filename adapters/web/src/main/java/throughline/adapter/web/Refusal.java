package throughline.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;

/** A request that cannot be met as it stands. The message is one sentence for its sender that says what to do. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private final String whatToDo;

    Refusal(HttpStatus status, String whatToDo) {
        super(whatToDo);
        this.status = status;
        this.whatToDo = whatToDo;
    }

    static Refusal of(String whatToDo) {
        return new Refusal(HttpStatus.BAD_REQUEST, whatToDo);
    }

    HttpResponse<String> told() {
        return HttpResponse.<String>status(status).body(body(whatToDo)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    static String body(String whatToDo) {
        return Json.object().put("error", whatToDo).toString();
    }
}
