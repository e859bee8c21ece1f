package throughline.adapter.teams;

import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;

/** Carries what must arrive once to Teams' connector, and tells what became of it as far as anybody can know. */
interface Post {
    /** Sends a message; nothing leaves once the permit is closed. It is accepted as the activity that it became. */
    Outcome carry(Address to, Message message, Permit permit);

    /** Puts a message in the place of an activity. */
    Outcome replace(Address to, String activity, Message message);
}
