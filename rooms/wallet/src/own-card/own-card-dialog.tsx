import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { text } from '../messages/text.ts';
import type { OwnCardOrder } from '../wallet-api.ts';
import { OwnCardForm } from './own-card-form.tsx';

/** A card with one's own face: picture first, then the fictional particulars. */
export function OwnCardDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onIssue: (order: OwnCardOrder) => Promise<string | null>;
}) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      isDismissable
    >
      <Modal className="dialog-frame">
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{text.make_own_card()}</Heading>
            <Button className="bar-button" onPress={props.onClose}>
              {text.close()}
            </Button>
          </div>
          <p>{text.own_card_explained()}</p>
          <OwnCardForm onIssue={props.onIssue} onDone={props.onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
