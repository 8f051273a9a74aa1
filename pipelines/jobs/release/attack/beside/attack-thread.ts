import {attackPublication} from "../../../../attack/publication/attack-publication.ts";
import {answering} from "../../../../effects/threads/side-by-side.ts";

answering(attackPublication);
