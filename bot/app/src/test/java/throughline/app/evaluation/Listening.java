package throughline.app.evaluation;

import java.util.Optional;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.people.Account;
import throughline.core.question.Answer;

/** Keeps what the bot says instead of saying it. */
final class Listening implements Messenger {
    private Optional<Answer> heard = Optional.empty();

    /** What was answered since this was last called; the first that programs can read. */
    Optional<Answer> heard() {
        Optional<Answer> last = heard;
        heard = Optional.empty();
        return last;
    }

    @Override
    public String platform() {
        return Account.LOCAL;
    }

    @Override
    public Optional<Place> direct(Account account, Place near) {
        return Optional.empty();
    }

    @Override
    public String draw(Reply reply, String id) {
        heard = heard.or(reply::answer);
        return id;
    }

    @Override
    public void post(Posting posting) {}
}
