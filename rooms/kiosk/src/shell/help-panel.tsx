import { ActionButton } from '@honnin/appearance';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { m } from '../messages/m.ts';
import { StaffPicture } from '../pictures/staff-picture.tsx';
import './help-panel.css';

/** Where the agent cannot call anybody, the person is told how to get help. */
export function HelpPanel(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly text: string;
}) {
  return (
    <ModalOverlay
      className="help-overlay"
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
    >
      <Modal className="help-panel">
        <Dialog className="help-dialog">
          <StaffPicture />
          <Heading slot="title">{m.help_heading()}</Heading>
          <p>{props.text}</p>
          <ActionButton size="kiosk" weight="primary" onPress={props.onClose} autoFocus>
            {m.close()}
          </ActionButton>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
